import type { Career } from '@/lib/domain/career/career';
import type { FollowedStep } from '@/lib/domain/climb/follow/followed';
import type { Lateness, PlanRow } from '@/lib/domain/plan/glance/row';
import { formatCost, formatCount, formatDay, formatNumber } from './format';
import { STEP_STATUS_LABELS } from './step-statuses';

/** What of a step should have happened and has not. */
function describeLateness({ what, weeks }: Lateness): string {
  return what === 'start'
    ? `${formatCount(weeks, 'week')} late to start`
    : `${formatCount(weeks, 'week')} late`;
}

/** When a step asks for something, short: its last day once it has begun or is due, else its first. */
export function describeRowTime({ status, step, recorded, late }: PlanRow): string {
  if (status === 'done')
    return recorded?.finishedOn ? `Done ${formatDay(recorded.finishedOn)}` : STEP_STATUS_LABELS.done;
  if (status === 'dropped') return STEP_STATUS_LABELS.dropped;
  if (late) return describeLateness(late);
  return status === 'in-progress' ? `to ${formatDay(step.finish)}` : `from ${formatDay(step.start)}`;
}

/** The hours of a step, short: those spent beside those planned while it is under way. */
export function describeRowHours({ status, step, recorded }: PlanRow): string {
  if (step.hoursByWeek.length === 0) return formatCount(step.weeks, 'week');
  const spent = recorded?.hoursSpent ?? null;
  return status === 'in-progress' && spent !== null
    ? `${formatNumber(spent)} of ${formatCount(step.hours, 'hour')}`
    : formatCount(step.hours, 'hour');
}

/** Hours and weeks of a step, which may stretch over more weeks than its hours would fill. */
export function describeStepTime({ hours, weeks, hoursByWeek, pool }: FollowedStep): string {
  if (hoursByWeek.length === 0) return `${formatCount(weeks, 'week')}, full time`;
  const where = pool === 'work' ? ' at work' : '';
  if (weeks === 1) return `${formatCount(hours, 'hour')}${where} in one week`;
  const most = formatCount(Math.max(...hoursByWeek), 'hour');
  return `${formatCount(hours, 'hour')}${where} spread over ${formatCount(weeks, 'week')}, at most ${most} a week`;
}

/** What a step costs; a price that nobody confirmed is an estimate. */
export function describeStepCost({ cost }: FollowedStep, isEstimated: boolean): string {
  return formatCost(cost, { isEstimated });
}

/** The levels that are wholly reached by a step's end, such as `Communications 3`. */
export function describeReached(career: Career, { reaches }: FollowedStep): string[] {
  return reaches.map(({ skill, level }) => `${career.skillById.get(skill)?.name ?? skill} ${level}`);
}
