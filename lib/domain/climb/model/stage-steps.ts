import type { Post, Step } from '../../career/schema';
import { addMonths, computeDaysBetween, type Day } from '../../day';
import { NEVER } from '../schedule/calendar';
import type { Climber, Person } from './climber';
import { computeGrantingWeeks, computeHalf, findCurrent, isPostOf, listHoldings } from './held';
import { computeSettling } from './settling';
import { canTeachingStandIn, type Need, type StageStep } from './stage-model';

/** A step as far as it can be told without the others: when it could start, and what it must be taken with. */
export type OpenStep = {
  source: Step;
  earliest: number;
  latest: number;
  /** Can-dos that must be true when it starts. */
  before: readonly string[];
  /** Steps of which one must be finished, for the holding that it asks; null where it is held. */
  holdingFrom: { steps: readonly string[]; week: number } | null;
  /** Week from which the post that it asks is there. */
  postFrom: number;
};

/** The steps that could be planned in a stage, in the order of their ids. */
export function listOpenSteps(person: Person, climber: Climber): OpenStep[] {
  const { career, profile } = person;
  const current = findCurrent(climber.held);
  const post = current ? (career.postById.get(current.post) ?? null) : null;
  const finished = new Set(climber.finished.keys());
  const holdings = listHoldings(career, { holdings: profile.holdings, held: climber.held, finished });
  const { start } = profile.preferences;
  return person.inPlay.flatMap((source) => {
    if (source.fullTime || (climber.finished.has(source.id) && !profile.done.includes(source.id))) return [];
    if (source.atWork && profile.preferences.workHoursPerWeek === 0 && (source.planning.hours ?? 0) > 0)
      return [];
    if (source.kind === 'degree' && climber.hasDegree && !isTopUp(person, source)) return [];
    const postFrom = findPostWeek(person, climber, { source, post });
    const holdingFrom = findHolding(person, climber, { source, holdings });
    const latest = source.availableUntil === null ? NEVER : computeLastWeek(start, source.availableUntil);
    if (postFrom === null || holdingFrom === 'never' || latest < climber.open) return [];
    const taught = new Set(source.teaches);
    const after = source.teaches.flatMap((id) => career.canDoById.get(id)?.after ?? []);
    const before = [...new Set([...after.filter((id) => !taught.has(id)), ...source.needs.canDo])];
    return [
      {
        source,
        earliest: source.availableFrom === null ? 0 : computeFirstWeek(start, source.availableFrom),
        latest,
        before: climber.adjusted.get(source.id)?.isBegun ? [] : before,
        holdingFrom,
        postFrom,
      },
    ];
  });
}

/** A degree that rests on another one. */
export function isTopUp({ career }: Pick<Person, 'career'>, { kind, needs }: Step): boolean {
  if (kind !== 'degree' || needs.holding === null) return false;
  const granting = career.holdingById.get(needs.holding)?.grantedBy.steps ?? [];
  return granting.some((id) => career.stepById.get(id)?.kind === 'degree');
}

function computeLastWeek(start: Day, month: string): number {
  const last = addMonths(`${month}-01`, 1);
  return Math.floor((computeDaysBetween({ from: start, to: last }) - 1) / 7);
}

function computeFirstWeek(start: Day, month: string): number {
  return Math.max(0, Math.ceil(computeDaysBetween({ from: start, to: `${month}-01` }) / 7));
}

/** The week from which the post that a step asks is there; null where this stage has none that fits. */
function findPostWeek(
  { career }: Person,
  climber: Climber,
  { source, post }: { source: Step; post: Post | null },
): number | null {
  const asked = source.needs.post;
  if (source.atWork) {
    if (!post || (asked && !isPostOf(post, asked))) return null;
    const kept = findCurrent(climber.held)?.weeks ?? 0;
    return climber.week + Math.max(0, computeSettling(career, source) - kept);
  }
  if (!asked) return 0;
  const isHeld = climber.held.some(({ post: id, weeks }) => {
    const held = career.postById.get(id);
    return held !== undefined && weeks >= computeHalf(held.tenureWeeks) && isPostOf(held, asked);
  });
  if (isHeld) return 0;
  return post && isPostOf(post, asked) ? climber.week : null;
}

function findHolding(
  { career, inPlay }: Person,
  climber: Climber,
  { source, holdings }: { source: Step; holdings: ReadonlySet<string> },
): OpenStep['holdingFrom'] | 'never' {
  const { holding } = source.needs;
  if (holding === null || holdings.has(holding)) return null;
  const current = findCurrent(climber.held);
  const least = current ? computeGrantingWeeks(career, holding, current.post) : null;
  const week = least === null || !current ? NEVER : climber.week + Math.max(0, least - current.weeks);
  const granting = career.holdingById.get(holding)?.grantedBy.steps ?? [];
  const steps = inPlay.filter(({ id, fullTime }) => !fullTime && granting.includes(id)).map(({ id }) => id);
  return steps.length === 0 && week >= NEVER ? 'never' : { steps, week };
}

/** The steps of a model from those that are open, once it is known which facts there are. */
export function buildSteps(
  person: Person,
  climber: Climber,
  { open, factById }: { open: readonly OpenStep[]; factById: ReadonlyMap<string, number> },
): StageStep[] {
  const indexById = new Map(open.map(({ source }, index) => [source.id, index]));
  return open.map((step, index) => buildStep(person, climber, { step, index, indexById, factById }));
}

type Building = {
  step: OpenStep;
  index: number;
  indexById: ReadonlyMap<string, number>;
  factById: ReadonlyMap<string, number>;
};

function buildStep(person: Person, climber: Climber, building: Building): StageStep {
  const { step, factById } = building;
  const { source } = step;
  const { preferences, done } = person.profile;
  const adjusted = climber.adjusted.get(source.id) ?? {};
  const hours = adjusted.hours ?? source.planning.hours ?? 0;
  const leastWeeks = Math.max(1, adjusted.weeks ?? source.planning.weeks ?? 1);
  const weeklyLimit = Math.ceil(hours / leastWeeks);
  const perWeek = source.atWork ? preferences.workHoursPerWeek : preferences.hoursPerWeek;
  const workingWeeks = hours === 0 ? 0 : Math.ceil(hours / Math.min(weeklyLimit, perWeek));
  const price = person.priceById.get(source.id);
  if (!price) throw new RangeError(`the step ${source.id} has no price`);
  const toFacts = (ids: readonly string[]) => ids.flatMap((id) => factById.get(id) ?? []);
  return {
    index: building.index,
    id: source.id,
    source,
    isAtWork: source.atWork,
    hours,
    leastWeeks,
    weeklyLimit,
    workingWeeks,
    duration: Math.max(leastWeeks, workingWeeks),
    pence: price.pence,
    burden: price.pence + (source.atWork ? 0 : hours * person.hourPence),
    price,
    isDegree: source.kind === 'degree',
    isAgain: done.includes(source.id),
    isBegun: adjusted.isBegun ?? false,
    earliest: Math.max(
      source.atWork ? climber.week : climber.open,
      step.earliest,
      step.postFrom,
      adjusted.earliest ?? 0,
    ),
    latest: step.latest,
    froms: toFacts(step.before),
    tos: toFacts(source.teaches),
    needs: listNeeds(person, climber, building),
  };
}

function listNeeds({ career }: Person, climber: Climber, building: Building): Need[] {
  const { step, indexById, factById } = building;
  const toIndices = (ids: readonly string[]) => ids.flatMap((id) => indexById.get(id) ?? []);
  const named = step.source.needs.steps.flatMap((id): Need[] => {
    const finished = climber.finished.get(id);
    if (finished !== undefined && finished <= climber.open) return [];
    const needed = career.stepById.get(id);
    const facts =
      needed && canTeachingStandIn(needed)
        ? needed.teaches.flatMap((canDo) => factById.get(canDo) ?? [])
        : null;
    return facts?.length === 0 ? [] : [{ steps: toIndices([id]), facts, week: finished ?? NEVER }];
  });
  if (step.holdingFrom === null) return named;
  const { steps, week } = step.holdingFrom;
  return [...named, { steps: toIndices(steps), facts: null, week }];
}
