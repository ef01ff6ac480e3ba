import type { Goal } from '@/lib/queries/goals';
import type { StepProgress } from '@/lib/queries/step-progress';
import { formatCount, formatNumber } from '@/lib/wording/format';
import { describeChange } from './plan-change';
import { STEP_STATUS_LABELS } from './step-statuses';

const NOT_SAVED = 'This was changed in another tab meanwhile, so nothing was saved here.';
const PRESS_AGAIN = 'What you entered is still in the form: press the button again to have it instead.';

/** What settings another tab saved, of those that are of interest here. */
export function describeGoalConflict(
  current: Goal | null,
  isOther: (name: string, value: unknown) => boolean,
): string {
  const there = current?.preferences;
  if (!there) return `${NOT_SAVED} ${PRESS_AGAIN}`;
  const others = Object.entries(there).filter(([name, value]) => isOther(name, value));
  const change = describeChange(Object.fromEntries(others));
  return `${NOT_SAVED} ${change ? `The other tab says: ${change}. ` : ''}${PRESS_AGAIN}`;
}

/** How another tab said that a step stands. */
export function describeStepConflict(current: StepProgress | null): string {
  if (!current) return `${NOT_SAVED} ${PRESS_AGAIN}`;
  const { status, hoursSpent } = current;
  const hours = hoursSpent === null ? '' : `, ${describeHours(hoursSpent)} spent`;
  return `${NOT_SAVED} The other tab says: ${STEP_STATUS_LABELS[status]}${hours}. ${PRESS_AGAIN}`;
}

function describeHours(hours: number): string {
  return Number.isInteger(hours) ? formatCount(hours, 'hour') : `${formatNumber(hours)} hours`;
}
