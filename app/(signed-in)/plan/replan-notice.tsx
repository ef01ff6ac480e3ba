import { Notice } from '@/components/notice';
import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { ShownReplanning } from '@/lib/domain/climb/follow/replan';
import { describeProblem } from '@/lib/wording/plan-codes';
import { describeOffer } from '@/lib/wording/plan-standing';
import { LookAgain } from './look-again';
import { UndoButton } from './row/undo-button';

/** Says that a plan broke, or that a much shorter one is there, and leads to the difference. Nothing is replaced. */
export function ReplanNotice({
  career,
  kept,
  answer,
  dropped,
}: {
  career: Career;
  kept: Followed;
  answer: ShownReplanning | null;
  /** The steps of the plan that were dropped, each with the way to take that back. */
  dropped: readonly { step: string; title: string; eventId: string }[];
}) {
  if (answer === null)
    return (
      <Notice tone="attention">
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>
            Something changed since this plan was made, and Rung is still working out what that means for it.
          </span>
          <LookAgain />
        </span>
      </Notice>
    );
  if (answer.kind === 'none') return null;
  if (answer.kind === 'kept')
    return (
      <Notice tone="attention">
        <p>
          <span>{`You kept this plan. It does not reach your goal: ${answer.problems
            .slice(0, 1)
            .map((problem) => describeProblem(career, problem))
            .join('')}`}</span>{' '}
          <a href="/plan/replan">See one that does</a>
        </p>
      </Notice>
    );
  if (answer.kind === 'stuck')
    return (
      <Notice tone="attention">
        <p>{`This plan stops short of your goal, and no other was found within your limits. Press Make my plan to see what stands in the way${dropped.length > 0 ? ', or take back what you dropped:' : '.'}`}</p>
        {dropped.map(({ step, title, eventId }) => (
          <div key={step} className="mt-2">
            <p>{title}</p>
            <UndoButton step={step} title={title} eventId={eventId} />
          </div>
        ))}
      </Notice>
    );
  return (
    <Notice tone="attention">
      <p>{describeOffer(answer, { kept, dropped: dropped.map(({ title }) => title) })}</p>
      <p className="flex flex-wrap gap-x-6">
        <a href="/plan/replan" className="inline-flex min-h-11 items-center">
          See what would change
        </a>
        {answer.why === 'broken'
          ? dropped.map(({ step, title }) => (
              <a
                key={step}
                href={`/plan?dropped=${encodeURIComponent(step)}#${step}`}
                className="inline-flex min-h-11 items-center"
              >
                {`Undo, replace or leave out “${title}”`}
              </a>
            ))
          : null}
      </p>
    </Notice>
  );
}
