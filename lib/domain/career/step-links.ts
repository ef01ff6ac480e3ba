import type { Level } from '../catalogue';
import type { CanDo, Career } from './career';
import type { Role, Step } from './schema';

/** Active steps that teach something of a level of a skill. */
export type LevelSteps = { level: Level; steps: Step[] };

/**
 * The active steps that teach something of a skill, by the highest level of it that they teach, lowest level first;
 * within a level those that teach most of it first, then in the catalogue’s order.
 */
export function groupStepsByLevel(career: Career, skill: string): LevelSteps[] {
  const groups = new Map<Level, { step: Step; taught: number }[]>();
  for (const step of career.steps) {
    const levels = step.teaches.flatMap((id) => {
      const canDo = career.canDoById.get(id);
      return canDo?.skill === skill ? [canDo.level] : [];
    });
    if (levels.length === 0 || step.status !== 'active') continue;
    const highest = Math.max(...levels) as Level;
    const taught = levels.filter((level) => level === highest).length;
    groups.set(highest, [...(groups.get(highest) ?? []), { step, taught }]);
  }
  return [...groups]
    .sort(([one], [other]) => one - other)
    .map(([level, steps]) => ({
      level,
      steps: steps.toSorted((one, other) => other.taught - one.taught).map(({ step }) => step),
    }));
}

/** The active steps that a step must be finished for. */
export function findStepsOpenedBy(career: Career, id: string): Step[] {
  return career.steps.filter(({ status, needs }) => status === 'active' && needs.steps.includes(id));
}

/** The can-dos that must be true before a step starts: what it names, and what its own come after and it does not teach. */
export function listNeededFirst(career: Career, step: Step): CanDo[] {
  const taught = new Set(step.teaches);
  const after = step.teaches.flatMap((id) => career.canDoById.get(id)?.after ?? []);
  const needed = new Set([...step.needs.canDo, ...after].filter((id) => !taught.has(id)));
  return career.canDos.filter(({ id }) => needed.has(id));
}

/** The roles of which a certificate is asked and that this step meets, alone or with others. */
export function findCertifiedRoles(
  { certification, roles }: Career,
  step: string,
): { role: Role; isEnough: boolean }[] {
  return roles.flatMap((role) => {
    const groups = (certification.anyOfByRole[role.id] ?? []).filter((group) => group.includes(step));
    if (groups.length === 0 || !certification.askedBy.includes(role.id)) return [];
    return [{ role, isEnough: groups.some((group) => group.length === 1) }];
  });
}

/** The certificates that a role takes, each set alone; none where it asks for no certificate. */
export function listCertificates({ certification, stepById }: Career, role: string): Step[][] {
  if (!certification.askedBy.includes(role)) return [];
  return (certification.anyOfByRole[role] ?? []).map((group) =>
    group.flatMap((id) => stepById.get(id) ?? []),
  );
}
