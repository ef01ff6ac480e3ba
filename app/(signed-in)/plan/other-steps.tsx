import type { Followed } from '@/lib/domain/climb/follow/followed';
import { addDays, type Day } from '@/lib/domain/day';
import { toStepEntries } from '@/lib/domain/step-progress';
import type { Standing } from '@/lib/plan/standing';
import { listUnratedSince } from '@/lib/plan/unrated';
import type { StepProgress } from '@/lib/queries/step-progress';
import { formatCount, formatDay } from '@/lib/wording/format';
import { STEP_STATUS_LABELS } from '@/lib/wording/step-statuses';
import type { Look } from './row/look';
import { RowAnswer } from './row/row-answer';
import { StepForm } from './step-form';
import { CheckInInvitation } from './step-notes';

/** An invitation to check in fades once a step is finished this long. */
const INVITED_DAYS = 60;

/** Steps with something recorded that the present plan does not hold, such as those finished before it was made. */
export function OtherSteps({
  standing,
  plan,
  progress,
  look = null,
}: {
  standing: Standing;
  plan: Followed | null;
  progress: readonly StepProgress[];
  look?: Look | null;
}) {
  const { career, today } = standing;
  const planned = new Set(plan?.steps.map((step) => step.id));
  const isAnswered = ({ id }: StepProgress) => look?.id === id;
  const others = progress.filter(
    (event) => !planned.has(event.step) && (event.status !== 'todo' || isAnswered(event)),
  );
  if (others.length === 0) return null;
  const isNamed = others.some((event) => isAnswered(event) || look?.id === event.step);
  return (
    <details open={isNamed || undefined}>
      <summary>{`Done or begun outside this plan, ${formatCount(others.length, 'step')}`}</summary>
      <div className="flex flex-col gap-4 pb-3">
        {others.map((event) => {
          const step = career.stepById.get(event.step);
          const title = step?.title ?? event.step;
          const skills = isRecent(event, today)
            ? listUnratedSince({
                standing,
                progress: event,
                raised: (step?.teaches ?? []).flatMap((id) => career.canDoById.get(id)?.skill ?? []),
              })
            : [];
          return (
            <article
              key={event.id}
              id={event.step}
              className="card grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1fr)_17rem]"
            >
              <div className="flex min-w-0 flex-col gap-3">
                <h3>{title}</h3>
                <p className="hint">{describeDays(event)}</p>
                {look && isAnswered(event) ? (
                  <RowAnswer label={`Saved: ${title}`}>
                    <span>{`${look.what === 'undone' ? 'Undone' : 'Saved'}. ${STEP_STATUS_LABELS[event.status]}.`}</span>
                  </RowAnswer>
                ) : null}
                {skills.length > 0 ? <CheckInInvitation career={career} skills={skills} /> : null}
              </div>
              <StepForm
                step={event.step}
                title={title}
                drawnFrom={toStepEntries(event)}
                canExpire={step?.kind === 'certification'}
                eventId={event.id}
              />
            </article>
          );
        })}
      </div>
    </details>
  );
}

function isRecent({ finishedOn }: StepProgress, today: Day): boolean {
  return finishedOn !== null && addDays(finishedOn, INVITED_DAYS) >= today;
}

function describeDays({ status, startedOn, finishedOn, expiresOn }: StepProgress): string {
  const parts = [
    status === 'dropped' ? 'Dropped' : '',
    startedOn ? `Begun on ${formatDay(startedOn)}` : '',
    finishedOn ? `finished on ${formatDay(finishedOn)}` : '',
    expiresOn ? `valid until ${formatDay(expiresOn)}` : '',
  ].filter(Boolean);
  return `${parts.join(', ')}.`;
}
