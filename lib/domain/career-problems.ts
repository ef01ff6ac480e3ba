import type { CareerFiles, Step } from './catalogue';

/**
 * Lists what keeps the files of a career from fitting together: repeated ids, references to nothing,
 * targets that miss a skill, active steps that lean on retired ones, and cycles of prerequisites.
 * An empty list means that every reference of the folder resolves.
 */
export function findCareerProblems(files: CareerFiles): string[] {
  const problems: string[] = [];
  const { skills } = files.skills;
  const { roles } = files.roles;
  const { steps } = files.steps;
  const { holdings, requirements, roles: asked, steps: traits } = files.requirements;

  const collectIds = (what: string, entries: readonly { id: string }[]): Set<string> => {
    const seen = new Set<string>();
    for (const { id } of entries) {
      if (seen.has(id)) problems.push(`${what} ${id} appears twice`);
      seen.add(id);
    }
    return seen;
  };
  const expectKnown = (known: ReadonlySet<string>, ids: readonly string[], where: string): void => {
    for (const id of ids) if (!known.has(id)) problems.push(`${where} names ${id}, which does not exist`);
  };

  const skillIds = collectIds('skill', skills);
  const roleIds = collectIds('role', roles);
  const stepIds = collectIds('step', steps);
  const holdingIds = collectIds('holding', holdings);
  const requirementIds = collectIds('requirement', requirements);
  collectIds('salary', files.salaries.salaries);
  const activeIds = new Set(steps.filter((step) => step.status === 'active').map((step) => step.id));

  expectKnown(skillIds, files.roles.peopleSkills, 'peopleSkills');
  for (const role of roles) {
    if (Object.keys(role.targets).sort().join() !== [...skillIds].sort().join())
      problems.push(`role ${role.id} must have one target for every skill`);
  }
  for (const step of steps) {
    expectKnown(stepIds, [...step.prerequisites, ...step.recommended], `step ${step.id}`);
    expectKnown(
      skillIds,
      step.raises.map((raise) => raise.skill),
      `step ${step.id}`,
    );
    if (step.status === 'active')
      for (const id of step.prerequisites)
        if (stepIds.has(id) && !activeIds.has(id))
          problems.push(`step ${step.id} needs ${id}, which is retired`);
  }
  for (const requirement of requirements) {
    expectKnown(holdingIds, requirement.heldBy, `requirement ${requirement.id}`);
    expectKnown(roleIds, Object.keys(requirement.anyOfByRole ?? {}), `requirement ${requirement.id}`);
    const groups = requirement.anyOf ?? Object.values(requirement.anyOfByRole ?? {}).flat();
    expectKnown(activeIds, groups.flat(), `requirement ${requirement.id}`);
  }
  if (Object.keys(asked).sort().join() !== [...roleIds].sort().join())
    problems.push('requirements must have one list for each role');
  for (const [role, ids] of Object.entries(asked))
    expectKnown(requirementIds, ids, `requirements of ${role}`);
  for (const requirement of requirements)
    for (const [role, ids] of Object.entries(asked))
      if (requirement.anyOfByRole && ids.includes(requirement.id) && !requirement.anyOfByRole[role])
        problems.push(`requirement ${requirement.id} has nothing for ${role}`);
  expectKnown(activeIds, [...traits.needsPost, ...traits.postFrom], 'needsPost and postFrom');
  expectKnown(stepIds, traits.occupation, 'occupation');
  expectKnown(activeIds, Object.keys(traits.needsHolding), 'needsHolding');
  expectKnown(
    holdingIds,
    [...traits.postHeldBy, ...Object.values(traits.needsHolding).flat()],
    'step traits',
  );
  for (const salary of files.salaries.salaries) expectKnown(roleIds, salary.roles, `salary ${salary.id}`);
  expectKnown(
    skillIds,
    files.crosswalk.crosswalk.map((row) => row.skill),
    'crosswalk',
  );
  collectIds('example', files.examples?.examples ?? []);
  expectKnown(
    skillIds,
    (files.examples?.examples ?? []).map((example) => example.skill),
    'examples',
  );
  for (const cycle of findPrerequisiteCycles(steps))
    problems.push(`these steps need each other: ${cycle.join(' > ')}`);
  return problems;
}

/** Finds cycles among prerequisites and recommendations; each is a list of step ids that ends where it began. */
function findPrerequisiteCycles(steps: readonly Step[]): string[][] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const state = new Map<string, 'open' | 'closed'>();
  const cycles: string[][] = [];
  const visit = (id: string, trail: readonly string[]): void => {
    if (state.get(id) === 'closed') return;
    if (state.get(id) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(id)), id]);
      return;
    }
    state.set(id, 'open');
    const step = byId.get(id);
    for (const next of [...(step?.prerequisites ?? []), ...(step?.recommended ?? [])])
      if (byId.has(next)) visit(next, [...trail, id]);
    state.set(id, 'closed');
  };
  for (const { id } of steps) visit(id, []);
  return cycles;
}
