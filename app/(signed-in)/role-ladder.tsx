import { Ladder } from '@/components/ladder';
import type { Career, Role } from '@/lib/domain/catalogue';
import { computeGap, type Levels } from '@/lib/domain/gap';

/** The nine rungs with how much of each the person has reached; a related title as goal stands on no rung. */
export function RoleLadder({ career, levels, goal }: { career: Career; levels: Levels; goal: Role }) {
  const rungs = career.roles
    .filter((role) => role.group === 'ladder')
    .sort((a, b) => (a.rung ?? 0) - (b.rung ?? 0))
    .map((role) => ({
      id: role.id,
      title: role.title,
      href: `/gap?role=${role.id}`,
      percent: computeGap(career, { role, levels }).readiness,
      isGoal: role.id === goal.id,
    }));
  return <Ladder rungs={rungs} label="Rungs from the foot of the ladder to its top" />;
}
