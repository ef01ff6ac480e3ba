import type { Day } from '@/lib/domain/day';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import type { PlanDocument, PlanStep } from '@/lib/domain/planner/document';
import type { Standing } from '@/lib/plan/standing';
import type { StepProgress } from '@/lib/queries/step-progress';
import { formatCount, formatDay } from '@/lib/wording/format';

const MS_PER_DAY = 86_400_000;

export type NextAction = { sentence: string; href: string; label: string };

/** The one thing most worth doing now: rate, plan, the step under way or next, or check in again. */
export function findNextAction({
  standing,
  plan,
  progress,
}: {
  standing: Standing;
  plan: PlanDocument | null;
  progress: readonly StepProgress[];
}): NextAction {
  const { ratedAt, role, today, account } = standing;
  const { reminderWeeks } = account.settings;
  if (!ratedAt)
    return {
      sentence: 'Rate your skills: ten short groups, each level a sentence that is true of you or not.',
      href: '/rate',
      label: 'Rate your skills',
    };
  const daysSince = Math.floor((Date.now() - ratedAt.getTime()) / MS_PER_DAY);
  if (reminderWeeks !== null && daysSince >= 7 * reminderWeeks)
    return {
      sentence: `Your last check-in was ${formatCount(daysSince, 'day')} ago. See what has moved since.`,
      href: '/rate',
      label: 'Check in again',
    };
  if (!plan || plan.role !== role.id)
    return { sentence: `Make a plan to become ${role.title}.`, href: '/plan', label: 'Make a plan' };
  const statuses = new Map(progress.map((event) => [event.step, event.status]));
  const open = orderSteps(plan.steps).filter(
    (step) => !['done', 'dropped'].includes(statuses.get(step.id) ?? 'todo'),
  );
  const step = open.find((candidate) => statuses.get(candidate.id) === 'in-progress') ?? open[0];
  if (!step)
    return {
      sentence: 'Every step of your plan is finished. Check in to see where it put you.',
      href: '/rate',
      label: 'Check in again',
    };
  const when = describeWhen(step, { isUnderWay: statuses.get(step.id) === 'in-progress', today });
  return { sentence: `${step.title} ${when}.`, href: `/plan#${step.id}`, label: 'Open this step' };
}

function describeWhen(
  { start, finish }: PlanStep,
  { isUnderWay, today }: { isUnderWay: boolean; today: Day },
): string {
  const isOver = finish < today;
  if (isUnderWay) return `is under way; it ${isOver ? 'was' : 'is'} planned until ${formatDay(finish)}`;
  if (start > today) return `starts on ${formatDay(start)}`;
  return isOver ? `was planned until ${formatDay(finish)}` : `runs until ${formatDay(finish)}`;
}
