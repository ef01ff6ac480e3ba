import { isDeepStrictEqual } from 'node:util';
import { addDays } from '@/lib/domain/day';
import { compareVectors, isWithin, planCurrency, priceOf, pricePence } from '../planning-rules';
import { readVector } from './objectives';
import { findGoal, listStartingCanDos, type Plan, studyHours } from './person';
import { isInGoal } from './readiness';
import { countsFor, Replay } from './replay';

/** Checks what the document says of itself: its head, gaps, totals and limits. */
export function checkHead({ career, profile, document }: Plan): string[] {
  const problems: string[] = [];
  if (document.career !== career.id) problems.push(`career: ${document.career}, not ${career.id}`);
  if (document.catalogue !== career.version) problems.push('catalogue: not the version of this career');
  if (document.role !== profile.role) problems.push(`role: ${document.role}, not ${profile.role}`);
  if (!isDeepStrictEqual(document.profile, profile)) problems.push('profile: not the profile that was given');
  for (const { id, name } of career.skills)
    if (profile.levels[id] === undefined && !document.assumptions.some((text) => text.includes(name)))
      problems.push(`assumptions: ${id} counts as 0 and is not named`);
  return problems;
}

/** A skill has a gap where one of the can-dos that the role asks for up to its target is missing. */
export function checkGaps(plan: Plan): string[] {
  const { career, profile, document } = plan;
  const starting = listStartingCanDos(career, profile);
  const asked = career.askedByRole.get(profile.role) ?? new Set();
  const targets = career.roleById.get(profile.role)?.targets ?? {};
  const problems: string[] = [];
  for (const { id } of career.skills) {
    const target = targets[id] ?? 0;
    const missing = career.canDos.filter(
      (canDo) =>
        canDo.skill === id && canDo.level <= target && asked.has(canDo.id) && !starting.has(canDo.id),
    );
    const isOnlyStanding = missing.every((canDo) => profile.letStand.includes(canDo.id));
    const gap = document.gaps.find(({ skill }) => skill === id);
    if (missing.length > 0 && !gap && !isOnlyStanding) problems.push(`gaps: ${id} is missing`);
    const isAbove = career.canDos.some(
      (canDo) => canDo.skill === id && asked.has(canDo.id) && !starting.has(canDo.id),
    );
    if (gap && !isAbove) problems.push(`gaps: ${id} has none`);
    if (gap && gap.target !== target) problems.push(`gaps: ${id} has the target ${target}`);
    if (gap && gap.level > (profile.levels[id] ?? 0)) problems.push(`gaps: ${id} was rated lower`);
  }
  return problems;
}

function sumPence({ career, profile, placed }: Plan): number {
  const currency = planCurrency(profile);
  return placed.reduce((sum, { step }) => sum + pricePence(career, step, currency), 0);
}

export function checkTotals(plan: Plan): string[] {
  const { profile, document, placed } = plan;
  const { totals } = document;
  const currency = planCurrency(profile);
  const sumHours = (isWork: boolean): number =>
    placed.filter(({ step }) => step.atWork === isWork).reduce((sum, { step }) => sum + studyHours(step), 0);
  const estimated = placed.filter(({ step }) => priceOf(step)?.isEstimate).map(({ step }) => step.id);
  const finish = totals.weeks === 0 ? null : addDays(profile.preferences.start, totals.weeks * 7 - 1);
  const expected = {
    finish: [totals.finish, finish],
    hours: [totals.hours, sumHours(false)],
    workHours: [totals.workHours, sumHours(true)],
    steps: [totals.steps, placed.length],
    currency: [totals.cost.currency, currency],
    amount: [totals.cost.amount, sumPence(plan) / 100],
    estimated: [[...totals.cost.estimated].sort(), estimated.sort()],
  };
  const problems = Object.entries(expected).flatMap(([what, [found, right]]) =>
    isDeepStrictEqual(found, right)
      ? []
      : [`totals.${what}: ${JSON.stringify(found)}, not ${JSON.stringify(right)}`],
  );
  const isConverted = placed.some(({ step }) => {
    const priced = priceOf(step);
    return priced !== null && priced.price.amount > 0 && priced.price.currency !== currency;
  });
  if (isConverted && !totals.cost.approximate) problems.push('totals.approximate: a price was converted');
  const last = Math.max(0, ...placed.map(({ planned }) => planned.startWeek + planned.weeks));
  if (last > totals.weeks) problems.push(`totals.weeks: ${totals.weeks}, and a step ends after ${last}`);
  if (totals.bestWeeks === null) problems.push('totals.bestWeeks: missing');
  else if (totals.bestWeeks > totals.weeks)
    problems.push(`totals.bestWeeks: ${totals.bestWeeks} beside a plan of ${totals.weeks} weeks`);
  return [...problems, ...checkLimits(plan)];
}

function checkLimits(plan: Plan): string[] {
  const { budget, deadline, pinned } = plan.profile.preferences;
  const { finish } = plan.document.totals;
  const problems: string[] = [];
  const pence = sumPence(plan);
  if (budget && !isWithin(pence, budget.amount))
    problems.push(`budget: ${pence / 100} is more than ${budget.amount}`);
  if (deadline && finish && finish > deadline) problems.push(`deadline: the plan ends after ${deadline}`);
  for (const id of pinned)
    if (!plan.placed.some(({ step }) => step.id === id) && !plan.profile.done.includes(id))
      problems.push(`pinned: ${id} is not in the plan`);
  return problems;
}

/** Checks what the plan says of certificate and experience, of can-dos let stand and of the outlook. */
export function checkGoal(plan: Plan): string[] {
  const { career, profile, document } = plan;
  const { requirements, totals, outlook = [], letStand = [] } = document;
  const replay = new Replay(plan);
  const problems: string[] = [];
  const isAhead = outlook.length > 0;
  const certification = requirements.filter(({ id }) => id === 'certification');
  // Who is in the goal's post is asked for none of it.
  const isIn = isInGoal(plan, replay);
  const isAsked = !isIn && career.certification.askedBy.includes(profile.role);
  if (certification.length !== (isAsked ? 1 : 0))
    problems.push(`requirements: certification is named ${certification.length} times`);
  for (const { by } of certification) {
    const groups = career.certification.anyOfByRole[profile.role] ?? [];
    const isMet =
      by.some((id) => career.certification.heldBy.includes(id) && replay.hasHolding(id, totals.weeks)) ||
      groups.some((group) => group.every((id) => by.includes(id) && replay.isFinished(id, totals.weeks)));
    if (!isMet && !isAhead) problems.push(`requirements: ${by.join(', ')} is no certificate for the role`);
  }
  const asked = isIn ? [] : (career.experienceOfRole[profile.role] ?? []);
  const met = requirements.filter(({ id }) => id !== 'certification');
  if (met.length !== asked.length && findGoal(plan))
    problems.push(`requirements: ${met.length} of experience, where the role asks for ${asked.length}`);
  asked.forEach(({ anyOf, label }, index) => {
    const by = met[index]?.by ?? [];
    const posts = replay.postsBy(totals.weeks).filter(({ id }) => by.includes(id));
    const isMet = anyOf.some((option) => {
      if ('holding' in option)
        return by.includes(option.holding) && replay.hasHolding(option.holding, totals.weeks);
      if ('step' in option) return by.includes(option.step) && replay.isFinished(option.step, totals.weeks);
      const weeks = posts
        .filter((post) => countsFor(option, post))
        .reduce((sum, post) => sum + replay.weeksIn(post, totals.weeks), 0);
      return weeks >= option.weeks;
    });
    if (!isMet && !isAhead)
      problems.push(`requirements: ${by.join(', ') || 'nothing'} does not meet ${label}`);
  });
  for (const id of letStand)
    if (!profile.letStand.includes(id)) problems.push(`letStand: ${id} was not let stand`);
  for (const id of profile.letStand)
    if (
      career.askedByRole.get(profile.role)?.has(id) &&
      !replay.isTrue(id, totals.weeks) &&
      !letStand.includes(id)
    )
      problems.push(`letStand: ${id} is left and not said to be`);
  return [...problems, ...checkOutlook(plan)];
}

function checkOutlook({ career, document }: Plan): string[] {
  const problems: string[] = [];
  for (const { until, leastWeeks } of document.outlook ?? []) {
    const post = career.postById.get(until) ?? career.posts.find(({ role }) => role === until);
    if (!post) problems.push(`outlook: ${until} is no post`);
    if (leastWeeks === 0) problems.push(`outlook: nothing is counted until ${until}`);
  }
  return problems;
}

/** Checks what is said to be proved: bounds lie below what was reached, and meet it where the plan is proved. */
export function checkBounds(plan: Plan): string[] {
  const { document, profile } = plan;
  const { bound, status, stages, ways } = document;
  const { optimiseFor } = profile.preferences;
  const problems: string[] = [];
  const vector = readVector(document).map(toMills);
  const rounded = bound?.map(toMills);
  if (rounded && compareVectors(rounded, vector) > 0)
    problems.push(`bound: [${rounded.join(', ')}] is above [${vector.join(', ')}]`);
  if (status === 'optimal') {
    const open = stages.filter((stage) => stage.status !== 'optimal');
    if (open.length > 0) problems.push('status: optimal, and a stage is not');
    if (rounded && stages.length === 1 && ways.length === 1 && compareVectors(rounded, vector) !== 0)
      problems.push(`bound: [${rounded.join(', ')}] is not [${vector.join(', ')}] of a proved plan`);
  }
  const weeksAt = { fastest: 0, balanced: 1, cheapest: 2, fewest: 1, lightest: 2 }[optimiseFor];
  for (const stage of stages)
    if (stage.status === 'optimal' && stage.bound && stage.bound[weeksAt] !== stage.weeks)
      problems.push(
        `stage until ${stage.until}: proved with ${stage.bound[weeksAt]} weeks, and takes ${stage.weeks}`,
      );
  return problems;
}

function toMills(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Checks an infeasible document: no plan, and reasons of which each says something. */
export function checkReasons({ document }: Plan): string[] {
  const { steps, stages, reasons = [], totals } = document;
  const problems: string[] = [];
  if (steps.length > 0 || stages.length > 0) problems.push('infeasible: there is a plan');
  if (reasons.length === 0) problems.push('infeasible: there is no reason');
  if (totals.bestWeeks !== null) problems.push('infeasible: there are best weeks');
  for (const { what, sentence, nearest } of reasons) {
    if (sentence.trim() === '') problems.push(`infeasible: the reason ${what} says nothing`);
    if (nearest !== null && Object.keys(nearest).length === 0)
      problems.push(`infeasible: the relaxation for ${what} relaxes nothing`);
  }
  return problems;
}
