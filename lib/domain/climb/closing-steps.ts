import type { CanDo, Career } from '../career/career';
import type { Rates } from '../career/fact-schemas';
import type { Step } from '../career/schema';
import type { Currency } from '../catalogue';
import { computeCurrency, computeHourPence, computeStepPrice, type StepPrice } from './model/price';
import type { Preferences } from './profile';

/**
 * A step that closes some of what is missing. `burden` is its price and its own hours, in pence of the currency;
 * `canBegin` is whether all that it rests on is there.
 */
export type ClosingStep = {
  step: Step;
  closes: readonly CanDo[];
  price: StepPrice;
  burden: number;
  canBegin: boolean;
};

type Footing = {
  /** What is true of the person. */
  held: ReadonlySet<string>;
  /** Whether they hold a post in which work may be done. */
  isInWork: boolean;
  /** Steps that are finished. */
  done?: ReadonlySet<string>;
  preferences: Pick<Preferences, 'budget' | 'region' | 'hourWorth' | 'platform'>;
};

/**
 * The steps, at most `most`, that close most of the missing can-dos: of those that close at least half as many as any
 * does, the one that asks least money and time for each can-do that the ones before leave. What can begin now goes
 * before what rests on things that are missing, and that before work for who has none; full-time study is no answer
 * to a single skill.
 */
export function findClosingSteps(
  career: Career,
  { missing, footing, most = 2 }: { missing: readonly CanDo[]; footing: Footing; most?: number },
): ClosingStep[] {
  const wanted = new Map(missing.map((canDo) => [canDo.id, canDo]));
  const offered = listTeaching(career, missing).filter((step) => isOffered(step, footing));
  const outsideWork = offered.filter((step) => footing.isInWork || !isWork(step));
  const open = outsideWork.filter((step) => canBegin(career, step, footing));
  const best = [open, outsideWork, offered].find((steps) => steps.length > 0) ?? [];
  const { preferences } = footing;
  const measure = {
    currency: computeCurrency(preferences),
    hourPence: computeHourPence(preferences.hourWorth),
  };
  return chooseMost(
    best.map((step) => ({
      step,
      closes: step.teaches.flatMap((id) => wanted.get(id) ?? []),
      ...weigh(career, step, measure),
      canBegin: open.includes(step),
    })),
    most,
  );
}

const stepsByCanDo = new WeakMap<object, ReadonlyMap<string, readonly Step[]>>();

/** The steps that teach any of these can-dos, by an index that is made once for each list of steps. */
function listTeaching({ steps }: Career, canDos: readonly CanDo[]): Step[] {
  let index = stepsByCanDo.get(steps);
  if (!index) {
    const made = new Map<string, Step[]>();
    for (const step of steps) for (const id of step.teaches) made.set(id, [...(made.get(id) ?? []), step]);
    stepsByCanDo.set(steps, made);
    index = made;
  }
  return [...new Set(canDos.flatMap(({ id }) => index.get(id) ?? []))];
}

function chooseMost(candidates: readonly ClosingStep[], most: number): ClosingStep[] {
  const least = Math.max(0, ...candidates.map(({ closes }) => closes.length)) / 2;
  const chosen: ClosingStep[] = [];
  const closed = new Set<string>();
  while (chosen.length < most) {
    const [best] = candidates
      .filter((one) => one.closes.length >= least && !chosen.includes(one))
      .map((one) => ({ one, left: one.closes.filter(({ id }) => !closed.has(id)).length }))
      .filter(({ left }) => left > 0)
      .sort((a, b) => a.one.burden / a.left - b.one.burden / b.left || compareIds(a.one, b.one));
    if (!best) break;
    chosen.push(best.one);
    for (const { id } of best.one.closes) closed.add(id);
  }
  return chosen;
}

function compareIds(one: ClosingStep, other: ClosingStep): number {
  return one.step.id < other.step.id ? -1 : 1;
}

function isOffered(step: Step, { preferences: { region, platform }, done }: Footing): boolean {
  return (
    step.status === 'active' &&
    !step.fullTime &&
    step.kind !== 'degree' &&
    (step.region === 'any' || step.region === region) &&
    (platform === null || step.platform === null || step.platform === platform) &&
    done?.has(step.id) !== true
  );
}

function isWork(step: Step): boolean {
  return step.atWork || step.needs.post !== null;
}

/** Whether all that a step rests on is there. */
function canBegin(career: Career, step: Step, { held, done }: Footing): boolean {
  const taught = new Set(step.teaches);
  const isThere = (id: string) => held.has(id) || taught.has(id);
  return (
    step.needs.holding === null &&
    step.needs.canDo.every(isThere) &&
    step.teaches.every((id) => (career.canDoById.get(id)?.after ?? []).every(isThere)) &&
    step.needs.steps.every(
      (id) => done?.has(id) || career.stepById.get(id)?.teaches.every((taughtBy) => held.has(taughtBy)),
    )
  );
}

function weigh(
  { rates }: Career,
  step: Step,
  { currency, hourPence }: { currency: Currency; hourPence: number },
): Pick<ClosingStep, 'price' | 'burden'> {
  const price = findPrice(rates, step, currency);
  const hours = step.atWork ? 0 : (step.planning.hours ?? 0);
  return { price, burden: price.pence + hours * hourPence };
}

const prices = new WeakMap<Rates, Partial<Record<Currency, WeakMap<Step, StepPrice>>>>();

/** The price of a step, worked out once for each currency: exact fractions take longer than all the rest of a choice. */
function findPrice(rates: Rates, step: Step, currency: Currency): StepPrice {
  const byCurrency = prices.get(rates) ?? {};
  prices.set(rates, byCurrency);
  byCurrency[currency] ??= new WeakMap();
  const known = byCurrency[currency].get(step);
  if (known) return known;
  const price = computeStepPrice({ step, currency, rates });
  byCurrency[currency].set(step, price);
  return price;
}
