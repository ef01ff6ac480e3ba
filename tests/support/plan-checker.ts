import { isDeepStrictEqual } from 'node:util';
import type { Career, Step } from '@/lib/domain/catalogue';
import { addDays } from '@/lib/domain/day';
import { type PlanDocument, type PlanStep, planDocumentSchema } from '@/lib/domain/planner/document';
import type { Profile } from '@/lib/domain/planner/profile';
import {
  canBeReplacedByLevels,
  compareVectors,
  hasPost,
  holdingThatMeets,
  isOccupation,
  isWithin,
  leastWeeks,
  listGroups,
  listOccupationOrder,
  listRequirements,
  longestWeeks,
  orderVector,
  planCurrency,
  priceOf,
  pricePence,
  ratedLevel,
  studyHours,
  weeklyLimit,
  whyOutOfPlay,
} from './planning-rules';

type Placed = { step: Step; planned: PlanStep };
type Plan = { career: Career; profile: Profile; document: PlanDocument; placed: readonly Placed[] };

/**
 * Checks a plan document against every rule of planning, from the raw career and the profile alone.
 * Each entry of the list is one broken rule; an empty list means that the document holds.
 */
export function checkPlan(career: Career, profile: Profile, document: unknown): string[] {
  const parsed = planDocumentSchema.safeParse(document);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => `schema: ${issue.path.join('.')}: ${issue.message}`);
  const unknown = parsed.data.steps.filter(({ id }) => !career.stepById.has(id));
  if (unknown.length > 0) return unknown.map(({ id }) => `steps: ${id} does not exist`);
  const placed = parsed.data.steps.flatMap((planned) => {
    const step = career.stepById.get(planned.id);
    return step ? [{ step, planned }] : [];
  });
  const plan: Plan = { career, profile, document: parsed.data, placed };
  const head = [...checkHead(plan), ...checkGaps(plan), ...checkTotals(plan)];
  if (plan.document.status === 'infeasible') return [...head, ...checkReasons(plan)];
  return [
    ...head,
    ...placed.flatMap((entry) => [
      ...checkDescription(plan, entry),
      ...checkPlacing(plan, entry),
      ...checkStart(plan, entry),
      ...checkAfter(plan, entry),
    ]),
    ...checkSelection(plan),
    ...checkWeeks(plan),
    ...checkGoal(plan),
    ...checkLimits(plan),
    ...checkBound(plan),
  ];
}

function finishWeek({ planned }: Placed): number {
  return planned.startWeek + planned.weeks;
}

/** The level of a skill at the start of a week: what was rated, raised by every step finished by then. */
function levelAt({ profile, placed }: Plan, skill: string, week: number): number {
  const finished = placed.filter((entry) => finishWeek(entry) <= week);
  return highest(ratedLevel(profile, skill), finished, skill);
}

function highest(rated: number, finished: readonly Placed[], skill: string): number {
  const raised = finished.flatMap(({ step }) => step.raises.filter((raise) => raise.skill === skill));
  return Math.max(rated, ...raised.map((raise) => raise.to));
}

function checkHead({ career, profile, document }: Plan): string[] {
  const problems: string[] = [];
  if (document.career !== career.id) problems.push(`career: ${document.career}, not ${career.id}`);
  if (document.catalogue !== career.version) problems.push('catalogue: not the version of this career');
  if (document.role !== profile.role) problems.push(`role: ${document.role}, not ${profile.role}`);
  if (!isDeepStrictEqual(document.profile, profile)) problems.push('profile: not the profile that was given');
  for (const skill of career.skills)
    if (
      profile.levels[skill.id] === undefined &&
      !document.assumptions.some((text) => text.includes(skill.name) || text.includes(skill.id))
    )
      problems.push(`assumptions: ${skill.id} counts as 0 and is not named`);
  for (const text of document.assumptions)
    if (text.trim() === '') problems.push('assumptions: one says nothing');
  return problems;
}

function checkGaps({ career, profile, document }: Plan): string[] {
  const targets = career.roleById.get(profile.role)?.targets ?? {};
  const expected = career.skills.flatMap(({ id }) => {
    const [level, target] = [ratedLevel(profile, id), targets[id] ?? 0];
    return level < target ? [{ skill: id, level, target }] : [];
  });
  const byId = (gaps: readonly { skill: string }[]) =>
    [...gaps].sort((left, right) => (left.skill < right.skill ? -1 : 1));
  return isDeepStrictEqual(byId(document.gaps), byId(expected))
    ? []
    : [`gaps: ${JSON.stringify(document.gaps)}, not ${JSON.stringify(expected)}`];
}

function checkTotals({ career, profile, document, placed }: Plan): string[] {
  const { totals } = document;
  const currency = planCurrency(profile);
  const pence = placed.reduce((sum, { step }) => sum + pricePence(career, step, currency), 0);
  const weeks = Math.max(0, ...placed.map(finishWeek));
  const estimated = placed.filter(({ step }) => priceOf(step)?.isEstimate).map(({ step }) => step.id);
  const converted = placed.filter(({ step }) => {
    const priced = priceOf(step);
    return priced && priced.price.currency !== currency;
  });
  const problems: string[] = [];
  const expectEqual = (what: string, found: unknown, expected: unknown): void => {
    if (!isDeepStrictEqual(found, expected))
      problems.push(`totals.${what}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  };
  expectEqual('weeks', totals.weeks, weeks);
  const finish = weeks === 0 ? null : addDays(profile.preferences.start, weeks * 7 - 1);
  expectEqual('finish', totals.finish, finish);
  expectEqual(
    'hours',
    totals.hours,
    placed.reduce((sum, { step }) => sum + studyHours(career, step), 0),
  );
  expectEqual('steps', totals.steps, placed.length);
  expectEqual('cost.currency', totals.cost.currency, currency);
  expectEqual('cost.amount', totals.cost.amount, pence / 100);
  expectEqual('cost.estimated', [...totals.cost.estimated].sort(), estimated.sort());
  if (converted.length === 0) expectEqual('cost.approximate', totals.cost.approximate, false);
  if (converted.some(({ step }) => pricePence(career, step) > 0))
    expectEqual('cost.approximate', totals.cost.approximate, true);
  return problems;
}

function checkReasons({ career, document }: Plan): string[] {
  const problems: string[] = [];
  const reasons = document.reasons ?? [];
  if (document.steps.length > 0) problems.push('infeasible: there are steps');
  if (document.bound !== null) problems.push('infeasible: there is a bound');
  if (document.proved === undefined) problems.push('infeasible: whether it is proved is not said');
  if (document.totals.bestWeeks !== null) problems.push('infeasible: there are best weeks');
  if (reasons.length === 0) problems.push('infeasible: there is no reason');
  const known = {
    level: career.skillById,
    requirement: new Map(career.requirements.map((requirement) => [requirement.id, requirement])),
    budget: career.stepById,
    deadline: career.stepById,
    hours: career.stepById,
    excluded: career.stepById,
    pinned: career.stepById,
  };
  for (const { what, ids, sentence, nearest } of reasons) {
    if (sentence.trim() === '') problems.push(`infeasible: the reason ${what} says nothing`);
    if (nearest !== null && Object.keys(nearest).length === 0)
      problems.push(`infeasible: the relaxation for ${what} relaxes nothing`);
    for (const id of ids) {
      const isKind = what === 'excluded' && career.steps.some((step) => step.kind === id);
      if (!known[what].has(id) && !isKind) problems.push(`infeasible: ${what} names ${id}, which is unknown`);
    }
  }
  return problems;
}

function checkDescription({ career, profile, document }: Plan, { step, planned }: Placed): string[] {
  const { start } = profile.preferences;
  const priced = priceOf(step);
  const cost = priced
    ? { amount: pricePence(career, step) / 100, currency: priced.price.currency }
    : { amount: 0, currency: document.totals.cost.currency };
  const expected = {
    kind: step.kind,
    title: step.title,
    url: step.url,
    start: addDays(start, planned.startWeek * 7),
    finish: addDays(start, (planned.startWeek + planned.weeks) * 7 - 1),
    hours: studyHours(career, step),
    cost,
    raises: step.raises,
  };
  const problems = Object.entries(expected).flatMap(([field, value]) => {
    const found = planned[field as keyof typeof expected];
    return isDeepStrictEqual(found, value)
      ? []
      : [`${step.id}: ${field} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
  });
  if ((planned.status === 'again') !== profile.done.includes(step.id))
    problems.push(`${step.id}: status ${planned.status}`);
  if (planned.why.some((sentence) => sentence.trim() === ''))
    problems.push(`${step.id}: a sentence of why says nothing`);
  return problems;
}

function checkPlacing({ career }: Plan, { step, planned }: Placed): string[] {
  const { hoursByWeek } = planned;
  if (isOccupation(career, step))
    return [
      ...(planned.weeks === leastWeeks(step)
        ? []
        : [`${step.id}: an occupation of ${leastWeeks(step)} weeks lasts ${planned.weeks}`]),
      ...(hoursByWeek.length === 0 ? [] : [`${step.id}: an occupation has hours by week`]),
    ];
  const problems: string[] = [];
  if (planned.weeks < leastWeeks(step))
    problems.push(`${step.id}: lasts ${planned.weeks} weeks, at least ${leastWeeks(step)} are needed`);
  if (hoursByWeek.length !== planned.weeks)
    problems.push(`${step.id}: ${hoursByWeek.length} weekly entries for ${planned.weeks} weeks`);
  const sum = hoursByWeek.reduce((total, hours) => total + hours, 0);
  if (sum !== studyHours(career, step))
    problems.push(`${step.id}: its weeks add up to ${sum} of ${studyHours(career, step)} hours`);
  for (const [week, hours] of hoursByWeek.entries())
    if (hours > weeklyLimit(career, step))
      problems.push(
        `${step.id}: ${hours} hours in its week ${week}, at most ${weeklyLimit(career, step)} are allowed`,
      );
  return problems;
}

function checkStart(plan: Plan, { step, planned }: Placed): string[] {
  const { career, profile, placed } = plan;
  const { startWeek } = planned;
  const problems: string[] = [];
  for (const { skill, from } of step.raises) {
    const level = levelAt(plan, skill, startWeek);
    if (level < from) problems.push(`${step.id}: starts at ${skill} ${level}, needs ${from}`);
  }
  for (const id of step.prerequisites) {
    const needed = career.stepById.get(id);
    const isFinished =
      profile.done.includes(id) ||
      placed.some((other) => other.step.id === id && finishWeek(other) <= startWeek);
    const isReplaced =
      needed !== undefined &&
      canBeReplacedByLevels(needed) &&
      needed.raises.every((raise) => levelAt(plan, raise.skill, startWeek) >= raise.to);
    if (!isFinished && !isReplaced) problems.push(`${step.id}: starts before its prerequisite ${id} is met`);
  }
  const { needsPost, postFrom } = career.traits;
  const isInPost = placed.some(
    (other) => postFrom.includes(other.step.id) && other.planned.startWeek <= startWeek,
  );
  if (needsPost.includes(step.id) && !hasPost(career, profile) && !isInPost)
    problems.push(`${step.id}: happens at work, and no post has started`);
  return problems;
}

/** Every step named must come first and matter; together they must bring what the step starts from. */
function checkAfter(plan: Plan, { step, planned }: Placed): string[] {
  const { career, profile, placed } = plan;
  const problems: string[] = [];
  if (new Set(planned.after).size !== planned.after.length)
    problems.push(`${step.id}: after names one twice`);
  const replaced = step.prerequisites.flatMap((id) => {
    const needed = career.stepById.get(id);
    return needed && canBeReplacedByLevels(needed) && !profile.done.includes(id) ? needed.raises : [];
  });
  const wanted = [
    ...step.raises.map(({ skill, from }) => ({ skill, level: from })),
    ...replaced.map(({ skill, to }) => ({ skill, level: to })),
  ].filter(({ skill, level }) => level > ratedLevel(profile, skill));
  const first: Placed[] = [];
  for (const id of planned.after) {
    const other = placed.find((entry) => entry.step.id === id);
    if (!other) {
      problems.push(`${step.id}: after names ${id}, which is not in the plan`);
      continue;
    }
    first.push(other);
    if (finishWeek(other) > planned.startWeek)
      problems.push(`${step.id}: after names ${id}, which ends later`);
    const bringsLevel = other.step.raises.some((raise) =>
      wanted.some(({ skill }) => skill === raise.skill && raise.to > ratedLevel(profile, skill)),
    );
    if (!step.prerequisites.includes(id) && !bringsLevel)
      problems.push(`${step.id}: after names ${id}, which it does not need`);
  }
  for (const { skill, from } of step.raises)
    if (highest(ratedLevel(profile, skill), first, skill) < from)
      problems.push(`${step.id}: after names nothing that brings ${skill} ${from}`);
  for (const id of step.prerequisites) {
    const needed = career.stepById.get(id);
    const isReplaced =
      needed !== undefined &&
      canBeReplacedByLevels(needed) &&
      needed.raises.every(
        (raise) => highest(ratedLevel(profile, raise.skill), first, raise.skill) >= raise.to,
      );
    if (!profile.done.includes(id) && !planned.after.includes(id) && !isReplaced)
      problems.push(`${step.id}: after leaves out the prerequisite ${id}`);
  }
  return problems;
}

function checkSelection({ career, profile, placed }: Plan): string[] {
  const problems: string[] = [];
  const ids = placed.map(({ step }) => step.id);
  for (const { step } of placed) {
    const reason = whyOutOfPlay(career, profile, step);
    if (reason) problems.push(`${step.id}: ${reason}`);
  }
  for (const id of new Set(ids.filter((other, index) => ids.indexOf(other) !== index)))
    problems.push(`${id}: planned twice`);
  if (placed.filter(({ step }) => step.kind === 'degree').length > 1)
    problems.push('steps: more than one degree');
  for (const id of profile.preferences.pinned)
    if (!ids.includes(id) && !profile.done.includes(id)) problems.push(`${id}: pinned and not planned`);
  return problems;
}

function checkWeeks({ career, profile, placed }: Plan): string[] {
  const problems: string[] = [];
  const { hoursPerWeek, maxParallel } = profile.preferences;
  const weeks = Math.max(0, ...placed.map(finishWeek));
  for (let week = 0; week < weeks; week += 1) {
    const underWay = placed.filter((entry) => entry.planned.startWeek <= week && week < finishWeek(entry));
    const study = underWay.filter(({ step }) => !isOccupation(career, step));
    const hours = study.reduce(
      (sum, { planned }) => sum + (planned.hoursByWeek[week - planned.startWeek] ?? 0),
      0,
    );
    if (hours > hoursPerWeek) problems.push(`week ${week}: ${hours} hours of ${hoursPerWeek}`);
    if (study.length > maxParallel)
      problems.push(`week ${week}: ${study.length} study steps at once, at most ${maxParallel}`);
    if (underWay.length - study.length > 1) problems.push(`week ${week}: more than one occupation`);
  }
  const startOf = new Map(placed.map(({ step, planned }) => [step.id, planned.startWeek]));
  for (const [first, second] of listOccupationOrder(career, profile)) {
    const [before, after] = [startOf.get(first), startOf.get(second)];
    if (before !== undefined && after !== undefined && before >= after)
      problems.push(`${second}: starts before ${first}, against the order of their group`);
  }
  return problems;
}

function checkGoal(plan: Plan): string[] {
  const { career, profile, document, placed } = plan;
  const problems: string[] = [];
  for (const [skill, target] of Object.entries(career.roleById.get(profile.role)?.targets ?? {})) {
    const level = levelAt(plan, skill, Number.POSITIVE_INFINITY);
    if (level < target) problems.push(`${skill}: the plan ends at ${level} of ${target}`);
  }
  const reached = new Set([...profile.done, ...placed.map(({ step }) => step.id)]);
  const requirements = listRequirements(career, profile);
  for (const requirement of requirements) {
    const claims = document.requirements.filter(({ id }) => id === requirement.id);
    const by = claims[0]?.by ?? [];
    const groups = listGroups(requirement, profile.role);
    const met = groups.filter((group) => group.every((id) => reached.has(id)));
    const isHeld = holdingThatMeets(requirement, profile) !== null;
    if (!isHeld && met.length === 0) problems.push(`requirement ${requirement.id}: not met`);
    if (claims.length !== 1) problems.push(`requirement ${requirement.id}: named ${claims.length} times`);
    const isByHolding =
      by.length === 1 && by.every((id) => requirement.heldBy.includes(id) && profile.holdings.includes(id));
    const isByGroup = met.some((group) => isDeepStrictEqual([...group].sort(), [...by].sort()));
    if (!isByHolding && !isByGroup)
      problems.push(`requirement ${requirement.id}: [${by.join(', ')}] does not meet it`);
  }
  for (const { id } of document.requirements)
    if (!requirements.some((requirement) => requirement.id === id))
      problems.push(`requirement ${id}: not asked by the role`);
  return problems;
}

function checkLimits({ career, profile, document, placed }: Plan): string[] {
  const problems: string[] = [];
  const { budget, deadline, optimiseFor, start } = profile.preferences;
  const currency = planCurrency(profile);
  const pence = placed.reduce((sum, { step }) => sum + pricePence(career, step, currency), 0);
  const weeks = Math.max(0, ...placed.map(finishWeek));
  if (budget && !isWithin(pence, budget.amount))
    problems.push(`budget: ${pence / 100} is more than ${budget.amount}`);
  if (deadline && weeks > 0 && addDays(start, weeks * 7 - 1) > deadline)
    problems.push(`deadline: the plan ends after ${deadline}`);
  const { bestWeeks } = document.totals;
  if (bestWeeks === null) return [...problems, 'totals.bestWeeks: missing'];
  const longest = longestWeeks(optimiseFor, bestWeeks);
  if (longest !== null && weeks > longest)
    problems.push(`totals.weeks: ${weeks} are more than the ${longest} that ${optimiseFor} looks at`);
  if (longest === null && weeks !== bestWeeks)
    problems.push(`totals.bestWeeks: ${bestWeeks} for a fastest plan of ${weeks} weeks`);
  if (bestWeeks > weeks)
    problems.push(`totals.bestWeeks: ${bestWeeks} cannot be best beside a plan of ${weeks} weeks`);
  return problems;
}

function checkBound({ profile, document }: Plan): string[] {
  const { bound, totals, status } = document;
  const problems: string[] = [];
  const [first, second, third] = orderVector(profile.preferences.optimiseFor, {
    weeks: totals.weeks,
    pence: totals.cost.amount,
    steps: totals.steps,
  });
  const achieved = [first, second, third];
  if (document.reasons && document.reasons.length > 0) problems.push('reasons: given beside a plan');
  if (bound === null || bound.length !== 3) return [...problems, 'bound: must have three parts'];
  const compared = compareVectors(bound, achieved);
  if (compared > 0) problems.push(`bound: [${bound.join(', ')}] is above [${achieved.join(', ')}]`);
  if (status === 'optimal' && compared !== 0)
    problems.push(`bound: [${bound.join(', ')}] is not [${achieved.join(', ')}] of a proved plan`);
  return problems;
}
