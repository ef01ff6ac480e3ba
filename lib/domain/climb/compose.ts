import { addDays } from '../day';
import type { PlanDocument, PlanStep, Reason, Stage, Way } from './document';
import { listFreeWeeks } from './free-weeks';
import type { Person } from './model/climber';
import { listHeldPosts, listHoldings } from './model/held';
import { computeHoursInPost } from './model/own-hours';
import { isInPost } from './model/stay';
import type { Profile } from './profile';
import type { Ease, Obstacle } from './reasons/obstacle';
import { explainStep } from './reasons/why';
import { listRoom } from './room';
import { listMeasures } from './search/optimise';
import type { Solution } from './solve';
import type { SolvedStage, WaySolution } from './solve-way';
import { computeStanding } from './standing';
import {
  finishOf,
  isTrueAt,
  layOut,
  listAfter,
  listRaises,
  type PlannedStep,
  type Timeline,
} from './timeline';
import { findGoalPost } from './ways/list-ways';
import { listRest } from './ways/outlook';
import type { Assumption, PlanWords } from './words';

const NOTHING: Timeline = { stages: [], steps: [], bringers: new Map() };

/** The plan document of the best way. */
export function composePlan(solution: Solution, best: WaySolution, words: PlanWords): PlanDocument {
  const { person, others } = solution;
  const { profile } = person;
  const timeline = layOut(person, best);
  const { start } = profile.preferences;
  const outlook = listRest(person, best);
  return {
    ...composeHead(person),
    status: solution.isProved ? 'optimal' : 'feasible',
    bound: composeBound(solution, best),
    totals: {
      weeks: best.weeks,
      finish: best.weeks === 0 ? null : addDays(start, best.weeks * 7 - 1),
      hours: best.hours,
      workHours: sum(timeline.steps.map(({ source, hours }) => (source.atWork ? sum(hours) : 0))),
      cost: {
        amount: best.pence / 100,
        currency: person.currency,
        approximate: timeline.steps.some(({ price }) => price.isConverted),
        estimated: timeline.steps
          .filter(({ price }) => price.isEstimated)
          .map(({ source }) => source.id)
          .sort(),
      },
      steps: timeline.steps.length,
      bestWeeks: Math.min(best.bestWeeks, best.weeks),
    },
    requirements: listMetRequirements(person, timeline),
    stages: composeStages(person, best, timeline),
    ways: [composeWay(best, true), ...others.map((other) => composeWay(other, false))].sort(
      (one, other) =>
        Number(other.chosen) - Number(one.chosen) || one.weeks - other.weeks || one.cost - other.cost,
    ),
    steps: timeline.steps.map((planned, place) => composeStep({ person, timeline, planned, place, words })),
    ...(profile.letStand.length > 0 ? { letStand: [...profile.letStand] } : {}),
    ...(outlook.length > 0 ? { outlook } : {}),
    assumptions: [...listAssumptions(person, timeline, outlook), ...listRoom(person, best, timeline)].map(
      (one) => words.assumption(person.career, one),
    ),
  };
}

/** The document that says why there is no plan. */
export function composeInfeasible(
  { person, isProved }: Solution,
  obstacles: readonly Obstacle[],
  words: PlanWords,
): PlanDocument {
  const cost = { amount: 0, currency: person.currency, approximate: false, estimated: [] };
  return {
    ...composeHead(person),
    status: 'infeasible',
    bound: null,
    proved: isProved,
    totals: { weeks: 0, finish: null, hours: 0, workHours: 0, cost, steps: 0, bestWeeks: null },
    requirements: listMetRequirements(person, NOTHING),
    stages: [],
    ways: [],
    steps: [],
    reasons: obstacles.map((obstacle) => composeReason(person, obstacle, words)),
    assumptions: listAssumptions(person, NOTHING, []).map((one) => words.assumption(person.career, one)),
  };
}

function composeHead({ career, profile }: Person) {
  const role = career.roleById.get(profile.role);
  const rows = role
    ? computeStanding(career, { role, ratings: profile, letStand: profile.letStand }).rows
    : [];
  return {
    format: 'rung-plan' as const,
    version: 2 as const,
    career: career.id,
    careerEdition: 2 as const,
    catalogue: career.version,
    role: profile.role,
    profile,
    gaps: rows
      .filter(({ missing }) => missing.length > 0)
      .map(({ skill, level, target }) => ({ skill: skill.id, level, target })),
  };
}

/** The bound of a plan of one stage is that stage's; of several, what no way could come below in the first part. */
function composeBound({ person, bounds }: Solution, best: WaySolution): number[] {
  const measures = listMeasures(person.profile.preferences.optimiseFor);
  const [only] = best.stages;
  if (best.stages.length === 1 && only && best.study === null) return composeStageBound(person, only);
  const isWhole = listRest(person, best).length === 0;
  return measures.map((measure, place) => {
    if (place > 0 || !isWhole) return 0;
    const of = (bound: (typeof bounds)[number]): number => {
      if (measure === 'weeks') return bound.weeks;
      if (measure === 'burden') return bound.burden / 100;
      return measure === 'hours' ? bound.hours : 0;
    };
    return Math.min(...bounds.map(of));
  });
}

function composeStageBound({ profile }: Person, { search, solution }: SolvedStage): number[] {
  return listMeasures(profile.preferences.optimiseFor).map((measure, place) => {
    const value = solution.bound[place] ?? 0;
    if (measure === 'weeks') return value + search;
    return measure === 'burden' || measure === 'pence' ? value / 100 : value;
  });
}

function composeStages(person: Person, best: WaySolution, timeline: Timeline): Stage[] {
  const first = best.study ? 1 : 0;
  return timeline.stages.map(({ post, until, startWeek, weeks }, place): Stage => {
    const solved = best.stages[place - first];
    const steps = timeline.steps.filter(({ stage }) => stage === place).map(({ source }) => source.id);
    const head = { post, until, startWeek, weeks, steps };
    if (!solved) return { ...head, status: 'optimal', bound: null, bestWeeks: weeks };
    const status = solved.solution.isProved ? ('optimal' as const) : ('feasible' as const);
    return {
      ...head,
      status,
      bound: composeStageBound(person, solved),
      bestWeeks: solved.solution.bestWeeks,
    };
  });
}

function composeWay({ way, weeks, pence, hours }: WaySolution, chosen: boolean): Way {
  const posts = way.study === null ? [...way.posts] : [way.study, ...way.posts];
  return { posts, weeks, cost: pence / 100, hours, chosen };
}

function composeStep(input: {
  person: Person;
  timeline: Timeline;
  planned: PlannedStep;
  place: number;
  words: PlanWords;
}): PlanStep {
  const { person, timeline, planned, place, words } = input;
  const { career, profile } = person;
  const { start } = profile.preferences;
  const { source, price } = planned;
  const raises = listRaises(career, timeline, place);
  return {
    id: source.id,
    kind: source.kind,
    title: source.title,
    url: source.url,
    startWeek: planned.start,
    weeks: planned.weeks,
    start: addDays(start, planned.start * 7),
    finish: addDays(start, finishOf(planned) * 7 - 1),
    hours: source.planning.hours ?? 0,
    hoursByWeek: [...planned.hours],
    pool: source.atWork ? 'work' : 'own',
    cost: { amount: price.amount, currency: price.currency },
    teaches: source.teaches.filter((id) => !isTrueAt(timeline, id, planned.start)),
    reaches: raises.map(({ skill, to }) => ({ skill, level: to })),
    raises,
    after: listAfter(career, timeline, planned),
    why: words.why(career, explainStep(person, timeline, place)),
    status: planned.isAgain ? 'again' : 'todo',
  };
}

/** What the goal asks beside can-dos with what meets it: holdings, steps and posts; nothing of who is in its post. */
function listMetRequirements(
  { career, profile }: Person,
  { stages, steps }: Timeline,
): PlanDocument['requirements'] {
  const { askedBy, heldBy, anyOfByRole } = career.certification;
  const isStudying = stages[0]?.post === null;
  if (!isStudying && isInPost(career, listHeldPosts(career, profile), findGoalPost(career, profile.role)))
    return [];
  const done = new Set([...profile.done, ...steps.map(({ source }) => source.id)]);
  const posts = [...profile.posts.map(({ post }) => post), ...stages.flatMap(({ post }) => post ?? [])];
  const held = listHoldings(career, { holdings: profile.holdings, held: profile.posts, finished: done });
  const certificates = (anyOfByRole[profile.role] ?? [])
    .filter((group) => group.every((id) => done.has(id)))
    .sort((one, other) => one.length - other.length || (one.join() < other.join() ? -1 : 1));
  const holding = heldBy.find((id) => held.has(id));
  const experience = (career.experienceOfRole[profile.role] ?? []).map(({ anyOf }) => {
    const by = anyOf.flatMap((option): string[] => {
      if ('holding' in option) return held.has(option.holding) ? [option.holding] : [];
      if ('step' in option) return done.has(option.step) ? [option.step] : [];
      const counts = (id: string): boolean => {
        if ('posts' in option) return option.posts.includes(id);
        const post = career.postById.get(id);
        if (!post || post.rank < option.minRank) return false;
        return option.families === 'any' || option.families.includes(post.family);
      };
      return posts.filter(counts);
    });
    return { id: 'experience', by: [...new Set(by)] };
  });
  const certificate = {
    id: 'certification',
    by: holding === undefined ? [...(certificates[0] ?? [])] : [holding],
  };
  return askedBy.includes(profile.role) ? [certificate, ...experience] : experience;
}

function listAssumptions(
  { career, profile, currency }: Person,
  timeline: Timeline,
  outlook: readonly { until: string }[],
): Assumption[] {
  const { steps } = timeline;
  const assumptions: Assumption[] = [];
  const unrated = career.skills.filter(({ id }) => profile.levels[id] === undefined).map(({ id }) => id);
  if (unrated.length > 0) assumptions.push({ code: 'unrated', skills: unrated });
  if (steps.some(({ price }) => price.isConverted)) assumptions.push({ code: 'converted', currency });
  const estimated = steps
    .filter(({ price }) => price.isEstimated && price.pence > 0)
    .map(({ source }) => source.id);
  if (estimated.length > 0) assumptions.push({ code: 'estimated', steps: estimated });
  const atWork = steps.filter(({ source }) => source.atWork).map(({ source }) => source.id);
  if (atWork.length > 0)
    assumptions.push({ code: 'atWork', steps: atWork, hours: profile.preferences.workHoursPerWeek });
  if (steps.some(({ isAgain }) => isAgain)) assumptions.push({ code: 'again' });
  if (profile.letStand.length > 0) assumptions.push({ code: 'letStand', canDos: profile.letStand });
  if (outlook.length > 0) assumptions.push({ code: 'outlook', posts: outlook.map(({ until }) => until) });
  const { start, region, hoursPerWeek, freeFrom } = profile.preferences;
  if (freeFrom !== undefined && freeFrom > start)
    assumptions.push({ code: 'freeFrom', day: freeFrom, region });
  const beside = computeHoursInPost(career, profile);
  if (beside < hoursPerWeek && timeline.stages.some(({ post }) => post !== null))
    assumptions.push({ code: 'beside', hours: beside });
  for (const { from, to, post } of listFreeWeeks(timeline))
    assumptions.push({
      code: 'free',
      from: addDays(start, 7 * from),
      to: addDays(start, 7 * to + 6),
      post,
      region,
      isFromStart: from === 0,
    });
  return assumptions;
}

function composeReason({ career, profile }: Person, obstacle: Obstacle, words: PlanWords): Reason {
  const nearest = obstacle.nearest && pickChanged(profile.preferences, obstacle.nearest);
  return {
    what: toWhat(obstacle),
    ids: listIds(obstacle),
    sentence: words.obstacle(career, profile, obstacle),
    nearest,
  };
}

/** Of a change only what the person would change by it: what they never set is not named to them. */
function pickChanged(preferences: Profile['preferences'], ease: Ease): Ease {
  const isChanged = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(preferences[name as keyof Ease]);
  return Object.fromEntries(Object.entries(ease).filter(isChanged));
}

function toWhat({ what, ...rest }: Obstacle): Reason['what'] {
  if (what === 'noWay') return 'requirement';
  if (what === 'workHours') return 'hours';
  if (what !== 'together') return what;
  return 'limits' in rest && rest.limits.includes('deadline') ? 'deadline' : 'budget';
}

function listIds(obstacle: Obstacle): string[] {
  if (obstacle.what === 'level') return [obstacle.skill, ...obstacle.canDos];
  if (obstacle.what === 'requirement') return [obstacle.post];
  if (obstacle.what === 'excluded') return [...obstacle.steps, ...obstacle.kinds];
  if (obstacle.what === 'budget') return [...obstacle.exams, ...obstacle.fees];
  return obstacle.what === 'pinned' ? [...obstacle.steps] : [];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
