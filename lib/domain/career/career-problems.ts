import { listSteps } from './entries';
import type { CareerFiles } from './schema';

type Report = (problem: string) => void;

/** What an entry may refer to, by noun. */
type Known = Record<
  'skill' | 'canDo' | 'topic' | 'role' | 'family' | 'post' | 'step' | 'holding',
  Set<string>
> & {
  activeStep: Set<string>;
};

/**
 * Lists what keeps the files of a career from fitting together: repeated ids, references to nothing, roles
 * without a post or a list of their own, active steps that lean on retired ones, and cycles of can-dos or steps.
 * An empty list means that every reference of the folder resolves.
 */
export function findCareerProblems(files: CareerFiles): string[] {
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  const known = collectKnown(files, report);
  checkSkills(files, known, report);
  checkRoles(files, known, report);
  checkPosts(files, known, report);
  checkSteps(files, known, report);
  checkRequirements(files, known, report);
  checkTheRest(files, known, report);
  return problems;
}

function collectKnown(files: CareerFiles, report: Report): Known {
  const collect = (what: string, ids: readonly string[]): Set<string> => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) report(`${what} ${id} appears twice`);
      seen.add(id);
    }
    return seen;
  };
  const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
  const { skills } = files.skills;
  const steps = listSteps(files);
  collect('salary', idsOf(files.salaries.salaries));
  collect('example', idsOf(files.examples.examples));
  collect('step or post', [...idsOf(steps), ...idsOf(files.posts.posts)]);
  return {
    skill: collect('skill', idsOf(skills)),
    canDo: collect(
      'can-do',
      skills.flatMap((skill) => skill.levels.flatMap(({ canDo }) => idsOf(canDo ?? []))),
    ),
    topic: collect(
      'topic',
      skills.flatMap((skill) => skill.topics.map(({ id }) => `${skill.id}/${id}`)),
    ),
    role: collect('role', idsOf(files.roles.roles)),
    family: collect('family', idsOf(files.posts.families)),
    post: collect('post', idsOf(files.posts.posts)),
    step: collect('step', idsOf(steps)),
    holding: collect('holding', idsOf(files.requirements.holdings)),
    activeStep: new Set(idsOf(steps.filter(({ status }) => status === 'active'))),
  };
}

function expectKnown(
  known: ReadonlySet<string>,
  ids: readonly string[],
  { where, report }: { where: string; report: Report },
): void {
  for (const id of ids) if (!known.has(id)) report(`${where} names ${id}, which does not exist`);
}

function checkSkills(files: CareerFiles, known: Known, report: Report): void {
  const after = new Map<string, readonly string[]>();
  for (const skill of files.skills.skills)
    for (const { canDo } of skill.levels)
      for (const entry of canDo ?? []) {
        after.set(entry.id, entry.after);
        expectKnown(known.canDo, entry.after, { where: `can-do ${entry.id}`, report });
        expectKnown(known.topic, [`${skill.id}/${entry.topic}`], { where: `can-do ${entry.id}`, report });
      }
  for (const cycle of findCycles(after)) report(`these can-dos come after each other: ${cycle.join(' > ')}`);
}

function checkRoles(files: CareerFiles, known: Known, report: Report): void {
  const { roles, peopleSkills, changes } = files.roles;
  expectKnown(known.skill, peopleSkills, { where: 'peopleSkills', report });
  for (const role of roles) {
    if (!isSameSet(Object.keys(role.targets), known.skill))
      report(`role ${role.id} must have one target for every skill`);
    if (files.posts.posts.filter((post) => post.role === role.id).length !== 1)
      report(`role ${role.id} must be one post`);
  }
  for (const { role, skill } of changes) {
    expectKnown(known.role, [role], { where: 'changes of roles', report });
    expectKnown(known.skill, [skill], { where: 'changes of roles', report });
  }
}

function checkPosts(files: CareerFiles, known: Known, report: Report): void {
  for (const { from, to } of files.posts.changes)
    if (!files.posts.families.some(({ id, movesTo }) => id === from && movesTo.includes(to)))
      report(`changes of moves names ${from} to ${to}, which is no move`);
  for (const family of files.posts.families)
    expectKnown(known.family, family.movesTo, { where: `family ${family.id}`, report });
  for (const door of files.posts.doors) {
    const where = { where: `door ${door.id}`, report };
    if (door.posts !== 'any') expectKnown(known.post, door.posts, where);
    expectKnown(known.holding, [...(door.holding ? [door.holding] : []), ...door.without], where);
    if (door.held && door.held !== 'none') expectKnown(known.family, [door.held], where);
  }
  for (const post of files.posts.posts) {
    const where = { where: `post ${post.id}`, report };
    if ((post.role === null) === (post.hireAt === null))
      report(`post ${post.id} must be a role or say what an employer asks, and not both`);
    if ((post.holding === null) !== (post.holdingMeans === null))
      report(`post ${post.id} must say what its holding means`);
    expectKnown(known.family, [post.family], where);
    expectKnown(known.skill, post.leansOn, where);
    expectKnown(known.canDo, [...(post.hireAt?.canDo ?? []), ...post.teaches], where);
    if (post.role) expectKnown(known.role, [post.role], where);
    if (post.holding) expectKnown(known.holding, [post.holding], where);
    if (post.countsAs) expectKnown(known.post, [post.countsAs], where);
    expectKnown(known.activeStep, post.asksToSee?.of ?? [], where);
    checkExperience(post.hireAt?.experience ?? [], known, where);
  }
}

function checkExperience(
  experience: CareerFiles['requirements']['experience'][string],
  known: Known,
  where: { where: string; report: Report },
): void {
  for (const option of experience.flatMap(({ anyOf }) => anyOf)) {
    if ('families' in option && option.families !== 'any') expectKnown(known.family, option.families, where);
    if ('posts' in option) expectKnown(known.post, option.posts, where);
    if ('holding' in option) expectKnown(known.holding, [option.holding], where);
    if ('step' in option) expectKnown(known.activeStep, [option.step], where);
  }
}

function checkSteps(files: CareerFiles, known: Known, report: Report): void {
  const steps = listSteps(files);
  for (const step of steps) {
    const where = { where: `step ${step.id}`, report };
    const { canDo, steps: first, holding, post } = step.needs;
    expectKnown(known.canDo, [...step.teaches, ...canDo], where);
    expectKnown(known.step, [...first, ...step.recommended], where);
    if (holding) expectKnown(known.holding, [holding], where);
    if (post && post.families !== 'any') expectKnown(known.family, post.families, where);
    if (step.successor) expectKnown(known.activeStep, [step.successor], where);
    if (step.status === 'active')
      for (const id of first)
        if (known.step.has(id) && !known.activeStep.has(id))
          report(`step ${step.id} needs ${id}, which is retired`);
  }
  const needs = new Map(steps.map((step) => [step.id, [...step.needs.steps, ...step.recommended]]));
  for (const cycle of findCycles(needs)) report(`these steps need each other: ${cycle.join(' > ')}`);
}

function checkRequirements(files: CareerFiles, known: Known, report: Report): void {
  const { holdings, certification, experience, notAsked, alsoAsked, alsoAskedWhy } = files.requirements;
  for (const { id, grantedBy, readAs } of holdings) {
    expectKnown(known.step, grantedBy.steps, { where: `holding ${id}`, report });
    expectKnown(known.post, grantedBy.posts, { where: `holding ${id}`, report });
    if (readAs) expectKnown(known.post, [readAs.post], { where: `holding ${id}`, report });
  }
  for (const [name, list] of Object.entries({ experience, notAsked, alsoAsked, alsoAskedWhy }))
    if (!isSameSet(Object.keys(list), known.role)) report(`${name} must have one list for each role`);
  for (const [role, list] of Object.entries(experience))
    checkExperience(list, known, { where: `experience of ${role}`, report });
  for (const [role, ids] of Object.entries(notAsked))
    expectKnown(new Set([...known.canDo, ...known.topic]), ids, { where: `notAsked of ${role}`, report });
  for (const [role, ids] of Object.entries(alsoAsked))
    expectKnown(known.canDo, ids, { where: `alsoAsked of ${role}`, report });
  const where = { where: 'certification', report };
  expectKnown(known.holding, certification.heldBy, where);
  expectKnown(known.role, [...certification.askedBy, ...Object.keys(certification.anyOfByRole)], where);
  expectKnown(known.activeStep, Object.values(certification.anyOfByRole).flat(2), where);
  for (const role of certification.askedBy)
    if (!certification.anyOfByRole[role]) report(`certification has nothing for ${role}`);
}

function checkTheRest(files: CareerFiles, known: Known, report: Report): void {
  for (const salary of files.salaries.salaries)
    expectKnown(known.role, salary.roles, { where: `salary ${salary.id}`, report });
  const skills = [...files.crosswalk.crosswalk, ...files.examples.examples].map(({ skill }) => skill);
  expectKnown(known.skill, skills, { where: 'crosswalk or examples', report });
  expectKnown(new Set([...known.post, ...known.step]), files['steps-formal'].movedToPosts, {
    where: 'movedToPosts',
    report,
  });
}

function isSameSet(ids: readonly string[], known: ReadonlySet<string>): boolean {
  return ids.length === known.size && ids.every((id) => known.has(id));
}

/** Finds cycles of a relation between ids; each is a list that ends where it began. */
function findCycles(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const state = new Map<string, 'open' | 'closed'>();
  const cycles: string[][] = [];
  const visit = (id: string, trail: readonly string[]): void => {
    if (state.get(id) === 'closed') return;
    if (state.get(id) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(id)), id]);
      return;
    }
    state.set(id, 'open');
    for (const each of next.get(id) ?? []) if (next.has(each)) visit(each, [...trail, id]);
    state.set(id, 'closed');
  };
  for (const id of next.keys()) visit(id, []);
  return cycles;
}
