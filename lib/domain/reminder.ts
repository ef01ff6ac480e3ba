import { addDays, type Day } from './day';
import type { StepStatus } from './planner/document';
import type { Settings } from './settings';

const STEP_NOTICE_DAYS = 7;

/** Something to remind a person of on a day. The key is the same as long as it is the same reminder. */
export type Reminder = { key: string; on: Day; title: string };

/**
 * The reminders that a person has asked for: to check in again every `reminderWeeks` weeks, and a week before each
 * open step of their plan is due, though not before it starts unless it is under way. The earliest comes first;
 * without an interval there is none at all.
 */
export function computeReminders({
  settings,
  checkedInOn,
  plan,
  statuses,
}: {
  settings: Pick<Settings, 'reminderWeeks'>;
  /** The day of the last check-in; null before the first. */
  checkedInOn: Day | null;
  plan: { steps: readonly { id: string; title: string; start: Day; finish: Day }[] } | null;
  /** How steps stand, by step id. */
  statuses: ReadonlyMap<string, StepStatus>;
}): Reminder[] {
  const { reminderWeeks } = settings;
  if (reminderWeeks === null) return [];
  const steps = (plan?.steps ?? []).filter(
    (step) => !['done', 'dropped'].includes(statuses.get(step.id) ?? 'todo'),
  );
  const reminders = steps.map(({ id, title, start, finish }): Reminder => {
    const due = addDays(finish, -STEP_NOTICE_DAYS);
    const on = due < start && statuses.get(id) !== 'in-progress' ? start : due;
    return { key: `step:${id}:${finish}`, on, title: `Due soon: ${title}` };
  });
  if (checkedInOn !== null) {
    const on = addDays(checkedInOn, 7 * reminderWeeks);
    reminders.push({ key: `check-in:${on}`, on, title: 'Check in again: rate your skills' });
  }
  return reminders.sort((a, b) => (a.on === b.on ? (a.key < b.key ? -1 : 1) : a.on < b.on ? -1 : 1));
}
