import { type CareerFiles, LEVELS, STEP_KINDS, type Step } from '@/lib/domain/catalogue';

/**
 * What the catalogue promises beyond references that resolve: a ladder that rises, descriptors that differ,
 * figures that fit their ranges, and a climb from 0 to 5 in every skill. One sentence for each broken promise.
 */
type Rule = (files: CareerFiles) => string[];

const skillIdsOf = (files: CareerFiles) => files.skills.skills.map((skill) => skill.id);
const activeOf = (files: CareerFiles) => files.steps.steps.filter((step) => step.status === 'active');

function findRepeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function checkSkills(files: CareerFiles): string[] {
  const { scale, skills } = files.skills;
  const problems: string[] = [];
  const isInOrder = (rows: readonly { level: number }[]) => rows.every((row, index) => row.level === index);
  if (!isInOrder(scale)) problems.push('the scale does not go from 0 to 5');
  for (const skill of skills) {
    if (!isInOrder(skill.levels)) problems.push(`skill ${skill.id} does not go from 0 to 5`);
    const topics = skill.topics.length;
    if (skill.kind === 'technical' && (topics < 5 || topics > 9))
      problems.push(`skill ${skill.id} has ${topics} topics, not 5 to 9`);
    for (const id of findRepeated(skill.topics.map((topic) => topic.id)))
      problems.push(`skill ${skill.id} has the topic ${id} twice`);
  }
  const descriptors = skills.flatMap((skill) => skill.levels.map((level) => level.descriptor));
  for (const descriptor of findRepeated(descriptors))
    problems.push(`two levels have the descriptor "${descriptor}"`);
  return problems;
}

function checkLadder(files: CareerFiles): string[] {
  const skillIds = skillIdsOf(files);
  const { roles, peopleSkills } = files.roles;
  const problems: string[] = [];
  const ladder = roles
    .filter((role) => role.group === 'ladder')
    .sort((a, b) => Number(a.rung) - Number(b.rung));
  if (!ladder.every((role, index) => role.rung === index + 1)) problems.push('the rungs are not 1, 2, 3 …');
  for (const id of peopleSkills)
    if (files.skills.skills.find((skill) => skill.id === id)?.kind !== 'workplace')
      problems.push(`${id} is called a people skill and is no workplace skill`);
  for (const [index, above] of ladder.entries()) {
    const below = ladder[index - 1];
    if (!below) continue;
    const rises = skillIds.map((skill) => (above.targets[skill] ?? 0) - (below.targets[skill] ?? 0));
    if (rises.some((rise) => rise < 0)) problems.push(`the ladder falls from ${below.id} to ${above.id}`);
    if (rises.every((rise) => rise <= 0)) problems.push(`the ladder is flat from ${below.id} to ${above.id}`);
    if (above.track !== 'management') continue;
    if (above.id !== `${below.id}-management`) problems.push(`${above.id} does not follow its base`);
    const raised = skillIds.filter((_, rung) => (rises[rung] ?? 0) > 0);
    if (!raised.some((id) => peopleSkills.includes(id))) problems.push(`${above.id} raises no people skill`);
    for (const id of raised)
      if (!peopleSkills.includes(id) && id !== 'project-management')
        problems.push(`${above.id} raises ${id}, which is technical`);
  }
  return problems;
}

function checkStep(step: Step): string[] {
  const problems: string[] = [];
  const { effortHours: hours, effortRange: range } = step;
  if (hours !== null && range && (hours < range.low || (range.high !== null && hours > range.high)))
    problems.push('has hours outside their range');
  if (step.validityMonths !== null && !step.expires) problems.push('is valid for a time and does not expire');
  if ((step.cost === null) !== (step.costEvidence === null))
    problems.push('has a price or its evidence alone');
  const isValiditySaid = step.validityMonths !== null || step.expires === false;
  if (isValiditySaid !== (step.validityEvidence !== null))
    problems.push('has a validity or its evidence alone');
  if (step.status === 'retired' && !step.statusNote) problems.push('is retired without a note');
  for (const id of findRepeated(step.raises.map((raise) => raise.skill))) problems.push(`raises ${id} twice`);
  if (step.planning.hours === null && step.planning.weeks === null)
    problems.push('has no hours and no weeks');
  if (step.cost && step.planning.cost) problems.push('has a confirmed and an estimated price');
  if (['degree', 'certification', 'course'].includes(step.kind) && !step.cost && !step.planning.cost)
    problems.push('has no price and no estimate');
  return problems.map((problem) => `step ${step.id} ${problem}`);
}

function checkSteps(files: CareerFiles): string[] {
  const { occupation } = files.requirements.steps;
  const kinds = new Set(files.steps.steps.map((step) => step.kind));
  return [
    ...files.steps.steps.flatMap(checkStep),
    ...STEP_KINDS.filter((kind) => !kinds.has(kind)).map((kind) => `there is no step of kind ${kind}`),
    ...files.steps.steps
      .filter((step) => occupation.includes(step.id) && !step.planning.weeks)
      .map((step) => `step ${step.id} is an occupation and has no weeks`),
  ];
}

/** Takes every step that fits as a whole until none does, and tells how far each skill came. */
function climb(skillIds: readonly string[], pool: readonly Step[]) {
  const reached = new Map(skillIds.map((id) => [id, 0]));
  const taken = new Set<string>();
  const levelOf = (skill: string) => reached.get(skill) ?? 0;
  const fits = (step: Step) =>
    step.prerequisites.every((id) => taken.has(id)) &&
    step.raises.every((raise) => levelOf(raise.skill) >= raise.from);
  for (let before = -1; before < taken.size; ) {
    before = taken.size;
    for (const step of pool) {
      if (taken.has(step.id) || !fits(step)) continue;
      for (const raise of step.raises) reached.set(raise.skill, Math.max(levelOf(raise.skill), raise.to));
      taken.add(step.id);
    }
  }
  return { levelOf, taken };
}

function checkClimb(files: CareerFiles): string[] {
  const skillIds = skillIdsOf(files);
  const problems: string[] = [];
  for (const region of ['UK', 'US', 'any'] as const) {
    const pool = activeOf(files).filter((step) => step.region === 'any' || step.region === region);
    const { levelOf, taken } = climb(skillIds, pool);
    for (const id of skillIds)
      if (levelOf(id) < 5) problems.push(`${id} reaches only ${levelOf(id)} with steps for ${region}`);
    if (region === 'any') continue;
    for (const step of pool)
      if (!taken.has(step.id)) problems.push(`step ${step.id} can never be taken in ${region}`);
  }
  for (const id of skillIds)
    for (const level of LEVELS.slice(0, -1))
      if (
        !activeOf(files).some(({ raises }) =>
          raises.some((r) => r.skill === id && r.from <= level && r.to > level),
        )
      )
        problems.push(`no step takes ${id} up from ${level}`);
  return problems;
}

function checkFigures(files: CareerFiles): string[] {
  const problems: string[] = [];
  for (const { id, amount, low, high } of files.salaries.salaries)
    if (amount === null && (low === null || high === null || high <= low))
      problems.push(`salary ${id} has no figure`);
  const { base, perUnit } = files.rates;
  for (const step of files.steps.steps)
    for (const price of [step.cost, step.planning.cost])
      if (price && !perUnit[price.currency]) problems.push(`there is no rate for ${price.currency}`);
  if (perUnit[base] !== 1) problems.push(`the rate of ${base} is not 1`);
  const mapped = files.crosswalk.crosswalk.map((row) => row.skill);
  if ([...mapped].sort().join() !== skillIdsOf(files).sort().join())
    problems.push('the crosswalk has not one row for each skill');
  return problems;
}

export const EDITORIAL_RULES: Readonly<Record<string, Rule>> = {
  'describes every level of every skill in words of its own': checkSkills,
  'rises from rung to rung': checkLadder,
  'gives every step figures that fit together': checkSteps,
  'leads from 0 to 5 in every skill and region': checkClimb,
  'has figures for salaries, rates and frameworks': checkFigures,
};
