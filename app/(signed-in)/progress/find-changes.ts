import type { History } from '@/app/(signed-in)/progress/load-history';
import { nameRole } from '@/lib/domain/career/names';
import type { Goal } from '@/lib/queries/goals';
import { spellForReader } from '@/lib/wording/format';

const CHANGES_SHOWN = 12;

/** What changed the meaning of readiness: another goal, or another version of the catalogue. The latest come last. */
export function findChanges({
  history,
  goals,
}: {
  history: History;
  goals: readonly Goal[];
}): { at: string; text: string }[] {
  const { career } = history.standing;
  const changes: { at: string; text: string }[] = [];
  const ordered = goals.toReversed();
  for (const [index, goal] of ordered.entries()) {
    const before = ordered[index - 1];
    if (before && before.role !== goal.role)
      changes.push({
        at: goal.setAt,
        text: `Goal changed from ${nameRole(career, before.role)} to ${nameRole(career, goal.role)}.`,
      });
  }
  for (const [index, { checkIn }] of history.points.entries()) {
    const before = history.points[index - 1];
    if (before && before.checkIn.catalogue !== checkIn.catalogue)
      changes.push({
        at: checkIn.takenAt,
        text: spellForReader('A newer catalogue: some sentences or targets may read differently since.'),
      });
  }
  return changes.sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-CHANGES_SHOWN);
}
