import type { Career, Role } from '@/lib/domain/catalogue';
import { computeGap, type Levels } from '@/lib/domain/gap';

/** A rung: a title, how much of it is reached in per cent (null where that is not known), and whether it is the goal. `note` says more below it. */
export type LadderRung = {
  id: string;
  title: string;
  href: string | null;
  percent: number | null;
  isGoal: boolean;
  note?: string;
};

/** The nine rungs with how much of each the person has reached; a related title as goal stands on no rung. */
export function computeRungs(career: Career, { levels, goal }: { levels: Levels; goal: Role }): LadderRung[] {
  return career.roles
    .filter((role) => role.group === 'ladder')
    .sort((a, b) => (a.rung ?? 0) - (b.rung ?? 0))
    .map((role) => ({
      id: role.id,
      title: role.title,
      href: `/gap?role=${role.id}`,
      percent: computeGap(career, { role, levels }).readiness,
      isGoal: role.id === goal.id,
    }));
}
