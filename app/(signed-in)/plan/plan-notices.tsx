import { ArrivalNotice } from '@/components/arrival-notice';
import { Notice } from '@/components/notice';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Lateness } from '@/lib/domain/climb/follow/late';
import type { ShownReplanning } from '@/lib/domain/climb/follow/replan';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import type { OpenQuestion } from '@/lib/plan/climb/open-question';
import type { Kept } from '@/lib/plan/climb/plan-state';
import type { Standing } from '@/lib/plan/standing';
import { formatCount } from '@/lib/wording/format';
import { describeMade } from '@/lib/wording/plan-made';
import { describeLeftOpen } from '@/lib/wording/plan-proof';
import { CameAlong } from './came-along';
import { GoalReached } from './goal-reached';
import { LateNotice } from './late-notice';
import { PlanProving } from './plan-proving';
import { AnsweredNotice } from './questions/answered-notice';
import { QuestionsOffer } from './questions/questions-offer';
import { ReplanNotice } from './replan-notice';

/** What is to be said of a plan before it is shown: that it was made, what it lacks, and what would be better. */
export function PlanNotices({
  standing,
  kept,
  isJustMade,
  answered,
  isBrought,
  before = null,
  dropped,
  left,
  now,
}: {
  standing: Standing;
  kept: Kept | null;
  isJustMade: boolean;
  /** What the answers before a first plan moved, where they were saved just now; null where they were not. */
  answered: { moved: string | null } | null;
  /** Whether the account was just made by somebody who had tried Rung without one. */
  isBrought: boolean;
  /** The plan before the one that was just made. */
  before?: { plan: Followed; isFoundOnlyNow: boolean } | null;
  dropped: readonly PlanRow[];
  /** Steps of the plan that are neither done nor dropped. */
  left: number;
  now: { replanning: ShownReplanning | null; lateness: Lateness | null; question: OpenQuestion | null };
}) {
  const { career, role, levels } = standing;
  const { replanning, lateness, question } = now;
  const hasRated = Object.keys(levels).length > 0;
  return (
    <div className="mb-3 flex flex-col gap-3 empty:hidden">
      {isJustMade && kept ? (
        <ArrivalNotice key={kept.id} target="plan">
          {describeMade(career, kept.followed, before?.plan ?? null, before ?? {})}
        </ArrivalNotice>
      ) : null}
      <GoalReached standing={standing} left={left} />
      {hasRated ? null : (
        <Notice tone="attention">
          You have not rated a skill yet, so a plan starts every skill at 0.{' '}
          <a href="/rate">Rate your skills first</a>
        </Notice>
      )}
      {isBrought && kept === null && hasRated ? (
        <Notice>
          <span>{`Your ${formatCount(Object.keys(levels).length, 'rating')}, your goal and your limits came along.`}</span>{' '}
          <span>Press “Make my plan” to have your plan here.</span> <a href="/gap">See your gap</a>
        </Notice>
      ) : null}
      {isBrought && kept && hasRated ? <CameAlong standing={standing} /> : null}
      {answered ? <AnsweredNotice moved={answered.moved} /> : null}
      {kept === null && hasRated && !answered && !isAnswered(standing) ? <QuestionsOffer /> : null}
      {kept && kept.followed.letStand.length > 0 ? (
        <Notice>{describeLeftOpen(career, kept.followed.letStand)}</Notice>
      ) : null}
      {kept && kept.role !== role.id ? (
        <Notice tone="attention">{`This plan is for ${nameEntry(career, kept.role)}. Press Make my plan for your present goal.`}</Notice>
      ) : null}
      {kept ? (
        <ReplanNotice
          career={career}
          kept={kept.followed}
          answer={replanning}
          dropped={dropped.flatMap(({ step, recorded }) =>
            recorded ? [{ step: step.id, title: step.title, eventId: recorded.id }] : [],
          )}
        />
      ) : null}
      {kept && lateness && replanning?.kind !== 'offer' ? (
        <LateNotice lateness={lateness} planId={kept.id} />
      ) : null}
      {kept && question && replanning?.kind === 'none' ? (
        <PlanProving planId={kept.id} question={question} />
      ) : null}
    </div>
  );
}

/** Whether anything was said of what the questions before a first plan ask. */
function isAnswered({ held, posts, rated }: Standing): boolean {
  return held.length + posts.length + (rated.except ?? []).length > 0;
}
