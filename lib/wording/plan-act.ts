import type { Career } from '@/lib/domain/career/career';
import type { Glance } from '@/lib/domain/plan/glance/glance';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { formatCount, formatDay, formatNumber } from './format';
import { STEP_STATUS_LABELS } from './step-statuses';

/** What was pressed: an act of a row, the form of its dates and note, or the way to take either back. */
export type ActName = 'did' | 'saved' | 'undone';

/** What one press on a row came to, in a sentence. */
export function describeAct(
  { status, step, recorded }: PlanRow,
  { done, total }: Pick<Glance, 'done' | 'total'>,
  what: ActName,
): string {
  if (what === 'undone') return `Undone: ${STEP_STATUS_LABELS[status]}.`;
  const spent = recorded?.hoursSpent ?? null;
  const hours =
    spent === null ? null : `${formatNumber(spent)} of ${formatCount(step.hours, 'hour')} so far.`;
  if (what === 'saved') {
    const outcome = status === 'done' ? `${formatNumber(done)} of ${formatNumber(total)} done.` : hours;
    return ['Saved.', `${STEP_STATUS_LABELS[status]}${outcome ? `: ${outcome}` : '.'}`].join(' ');
  }
  switch (status) {
    case 'done':
      return `${formatNumber(done)} of ${formatNumber(total)} done.`;
    case 'dropped':
      return 'Dropped. Nothing else was changed.';
    case 'in-progress':
      return hours ?? `Started. Planned to ${formatDay(step.finish)} (estimate).`;
    case 'todo':
      return 'Saved.';
  }
}

/** The skill that a finished step teaches most of, new or known before, as the one to rate next. */
export function findSkillToRate(career: Career, { step }: PlanRow): { id: string; name: string } | null {
  const counts = new Map<string, number>();
  const count = (skill: string) => counts.set(skill, (counts.get(skill) ?? 0) + 1);
  const taught = step.teaches.length > 0 ? step.teaches : (career.stepById.get(step.id)?.teaches ?? []);
  for (const id of taught) {
    const skill = career.canDoById.get(id)?.skill;
    if (skill) count(skill);
  }
  if (counts.size === 0) for (const { skill } of step.raises) count(skill);
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  const skill = most && career.skillById.get(most[0]);
  return skill ? { id: skill.id, name: skill.name } : null;
}
