import type { Career, Holding, Level, Requirement, Role, Step } from './catalogue';
import { findNeighbourRungs } from './gap';
import { listGroups } from './planner/model';

/** Steps that raise a skill by the same stretch. */
export type RaiseGroup = { from: Level; to: Level; steps: Step[] };

/** How a requirement can be met for one role: by something held, or by all steps of one group. */
export type RequirementRoutes = {
  requirement: Requirement;
  holdings: Holding[];
  groups: Step[][];
};

/** A requirement that a step helps to meet, and for which roles. */
export type RequirementUse = {
  requirement: Requirement;
  roles: Role[];
  /** Whether the step meets it alone for some role; otherwise only together with others. */
  isEnough: boolean;
};

/** What the role asks of a skill, what the rung below asks of it, and the steps that lead from there to the target. */
export type Climb = { skill: Career['skills'][number]; from: Level; target: Level; steps: Step[] };

/** The active steps that have a step among their prerequisites, in the catalogue's order. */
export function findStepsOpenedBy(career: Career, id: string): Step[] {
  return career.steps.filter((step) => step.status === 'active' && step.prerequisites.includes(id));
}

/** The active steps that raise a skill, grouped by the level they start from and the level they reach, lowest first. */
export function groupStepsByRaise(career: Career, skill: string): RaiseGroup[] {
  const groups = new Map<string, RaiseGroup>();
  for (const step of career.steps) {
    const raise = step.raises.find((entry) => entry.skill === skill);
    if (!raise || step.status !== 'active') continue;
    const key = `${raise.from} ${raise.to}`;
    const group = groups.get(key) ?? { from: raise.from, to: raise.to, steps: [] };
    group.steps.push(step);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

/**
 * The skills whose target rises over the rung below (over 0 where there is none), with the active steps that
 * reach the target from a level under it. Largest rise first, then the catalogue's order; steps with the least
 * hours first, those without known hours last.
 */
export function findClimbs(career: Career, role: Role): Climb[] {
  const { below } = findNeighbourRungs(career, role);
  const hoursOf = (step: Step) => step.planning.hours ?? Number.POSITIVE_INFINITY;
  return career.skills
    .map((skill): Climb => {
      const target = role.targets[skill.id] ?? 0;
      const steps = career.steps
        .filter((step) => step.status === 'active')
        .filter((step) =>
          step.raises.some((raise) => raise.skill === skill.id && raise.from < target && raise.to >= target),
        )
        .sort((a, b) => hoursOf(a) - hoursOf(b) || (a.id < b.id ? -1 : 1));
      return { skill, from: below?.targets[skill.id] ?? 0, target, steps };
    })
    .filter((climb) => climb.target > climb.from)
    .sort((a, b) => b.target - b.from - (a.target - a.from));
}

/** What a role asks for beside levels, and every way to meet it. Empty where it asks for nothing. */
export function findRequirementRoutes(career: Career, role: Role): RequirementRoutes[] {
  const asked = career.requirementsOf[role.id] ?? [];
  return career.requirements
    .filter((requirement) => asked.includes(requirement.id))
    .map((requirement) => ({
      requirement,
      holdings: requirement.heldBy.flatMap((id) => career.holdingById.get(id) ?? []),
      groups: listGroups(requirement, role.id).map((group) =>
        group.flatMap((id) => career.stepById.get(id) ?? []),
      ),
    }));
}

/** The requirements that a step helps to meet, each with the roles that it does so for. */
export function findRequirementUses(career: Career, id: string): RequirementUse[] {
  return career.requirements
    .map((requirement) => {
      const groupsOf = (role: Role) => listGroups(requirement, role.id).filter((group) => group.includes(id));
      const roles = career.roles.filter(
        (role) => career.requirementsOf[role.id]?.includes(requirement.id) && groupsOf(role).length > 0,
      );
      const isEnough = roles.some((role) => groupsOf(role).some((group) => group.length === 1));
      return { requirement, roles, isEnough };
    })
    .filter((use) => use.roles.length > 0);
}
