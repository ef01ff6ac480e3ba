import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument, Reason } from '@/lib/domain/climb/document';
import { computeDaysBetween, type Day } from '@/lib/domain/day';
import { STEP_KINDS } from '@/lib/domain/lists';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { formatCount, formatDay, formatList, formatMoney } from '@/lib/wording/format';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';

/**
 * The words on the button that applies a reason's nearest change; null where there is none, or where another
 * reason names what to let back in, so that no two buttons do the same.
 */
export function describeRemedy(
  career: { stepById: ReadonlyMap<string, { title: string }> },
  { what, ids, nearest }: Reason,
): string | null {
  if (!nearest || what === 'level' || what === 'requirement') return null;
  const names = ids.map((id) => {
    const kind = STEP_KINDS.find((other) => other === id);
    return kind ? `the kind ${STEP_KIND_LABELS[kind]}` : (career.stepById.get(id)?.title ?? id);
  });
  if (what === 'excluded') return `Allow ${formatList(names)}`;
  if (what === 'pinned') return `Let go of ${formatList(names)}`;
  return describeChange(nearest);
}

/** A change of preferences in words. */
export function describeChange(nearest: NonNullable<Reason['nearest']>): string {
  const { hoursPerWeek, workHoursPerWeek, maxParallel, budget, deadline, start, region } = nearest;
  const { platform, weeksOff, pinned, excluded, excludedKinds } = nearest;
  const parts = [
    hoursPerWeek === undefined ? '' : `study ${formatCount(hoursPerWeek, 'hour')} a week`,
    workHoursPerWeek === undefined ? '' : `learn ${formatCount(workHoursPerWeek, 'hour')} a week at work`,
    platform === undefined ? '' : 'take steps of any platform',
    weeksOff === undefined ? '' : 'take fewer weeks off',
    maxParallel === undefined ? '' : `do ${formatCount(maxParallel, 'step')} at once`,
    budget === undefined
      ? ''
      : budget === null
        ? 'set no budget'
        : `set the budget to ${formatMoney(budget)}`,
    deadline === undefined
      ? ''
      : deadline === null
        ? 'set no deadline'
        : `move the deadline to ${formatDay(deadline)}`,
    start === undefined ? '' : `start on ${formatDay(start)}`,
    region === undefined ? '' : 'look in another region',
    pinned === undefined ? '' : 'let go of what you pinned',
    excluded === undefined ? '' : 'allow all steps that you left out',
    excludedKinds === undefined ? '' : 'allow all kinds that you left out',
  ].filter(Boolean);
  const sentence = parts.join(' and ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** By which posts a plan leads, and whether that means to leave the present one; nothing where it leads by none. */
export function describeWay(career: Career, { stages }: Pick<PlanDocument, 'stages'>): string {
  const name = (post: string) => nameEntry(career, post);
  const posts = stages.slice(1).flatMap(({ post }) => post ?? []);
  if (posts.length === 0) return '';
  const present = stages[0]?.post ?? null;
  const left = present === null ? '' : `, so you leave your post as ${name(present)}`;
  return `That plan leads by a post as ${formatList(posts.map(name))}${left}.`;
}

/** By how much a deadline is missed, of the plan that was found to end first. */
export function describeDeadline(
  { totals }: Pick<PlanDocument, 'totals'>,
  deadline: Day | null,
): string | null {
  if (deadline === null || totals.finish === null || totals.finish <= deadline) return null;
  const weeks = Math.ceil(computeDaysBetween({ from: deadline, to: totals.finish }) / 7);
  return `The earliest end found is ${formatDay(totals.finish)}, in ${formatCount(totals.weeks, 'week')} (estimate). Your deadline, ${formatDay(deadline)}, is ${formatCount(weeks, 'week')} before it.`;
}
