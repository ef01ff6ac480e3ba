import type { Career } from '@/lib/domain/career/career';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import type { Moved } from '@/lib/domain/climb/follow/late';
import { computeDaysBetween, type Day } from '@/lib/domain/day';
import { type ComparedPlan, comparePlans } from '@/lib/domain/plan/difference';
import { formatCount, formatDay } from './format';
import { describeProblem } from './plan-codes';

/** That a step was moved, what moved with it, and the new end beside the one before. */
export function describeMoved(
  step: Pick<FollowedStep, 'id' | 'start' | 'finish'>,
  now: ComparedPlan,
  before: ComparedPlan | null,
): string {
  const told = `Moved: ${formatDay(step.start)} to ${formatDay(step.finish)} (estimate).`;
  if (!before) return told;
  const { moved, weeks } = comparePlans({ kept: before, other: now });
  const others = moved.filter((one) => one.step.id !== step.id).length;
  const along =
    others === 0
      ? 'Nothing else begins on another day'
      : `${formatCount(others, 'other step')} ${others === 1 ? 'begins' : 'begin'} on another day too`;
  const was = before.totals.finish;
  const { finish } = now.totals;
  const end =
    finish === null || was === null || finish === was
      ? 'the end of the plan stays'
      : `ready by ${formatDay(finish)} instead of ${formatDay(was)}${weeks === 0 ? '' : `, ${formatCount(Math.abs(weeks), 'week')} ${weeks < 0 ? 'sooner' : 'later'}`}`;
  return `${told} ${along}; ${end}. Plans that you make from now on keep the date.`;
}

/** Why a step was not moved to where a person wants it. */
export function describeMoveRefusal(career: Career, moved: Exclude<Moved, { kind: 'moved' }>): string {
  switch (moved.kind) {
    case 'too-early':
      return `It cannot begin then: what comes before it ends later. ${formatDay(moved.from)} is the first day on which it can.`;
    case 'breaks':
      return `Moved there, your plan would no longer hold. ${moved.problems
        .slice(0, 1)
        .map((problem) => describeProblem(career, problem))
        .join('')}`;
    case 'unknown':
      return 'Only a step that has not begun can be moved.';
  }
}

/** A date set by hand, and where a plan has the step instead. */
export function describeDate(on: Day, begins: Day | undefined): string {
  const asked = `in the week of ${formatDay(on)}`;
  if (begins === undefined) return `${asked}; this plan does not hold it`;
  const days = computeDaysBetween({ from: on, to: begins });
  return days > -7 && days < 7 ? asked : `${asked}; in this plan it begins on ${formatDay(begins)}`;
}
