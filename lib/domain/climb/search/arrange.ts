import type { StageModel } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import { Scheduler } from '../schedule/scheduler';
import { isAboutAsEarly, isEarlier } from './compare-times';
import { Disorder, type Precedence } from './disorder';
import { listPractice, withPractice } from './practice-first';
import { computeTails } from './priority';
import { isSoft, listSeen, rateOrder } from './rate-order';
import { listMembers } from './sets';
import { bringForward, type Desk, tighten } from './tighten';
import type { Candidate, Workbench } from './workbench';

/** Weeks that a level weighs against where a step lies already; 1 where it alone counts. */
const BASICS_WEIGHTS = [1, 26, 13, 6];
/** Broken precedences that are looked at in a turn, and schedules that are built in all. */
const MOST_LOOKED_AT = 20;
const MOST_BUILT = 70;
/** The placements of them, so that few steps are tried in more orders. */
const MOST_PLACED = 2_400;
/** Orders of all else that are tried behind what an employer asks to see. */
const MOST_SHUFFLED = 16;
/** Schedules that are built until exams wait for their practice, at most. */
const MOST_WAITING = 60;
/** So far apart are the pairs that are swapped one after the other. */
const STRIDE = 7919;
/** How much later own hours may lie, or longer be drawn out, in a better order. */
const MOST_LATER = 1.1;
/** Before and after every start. */
const FRONT = 1;
const BACK = -1_000_000;
/** More weeks than any plan has. */
const LEAP = 10_000;

/**
 * The same steps in the order in which a mentor would give them: exams after the practice of what they examine, easy before
 * hard, and early what makes one easier to hire. The plan ends as soon by it, own hours lie about as early, and no
 * free hours are left in it that a step could take.
 */
export function arrange(
  bench: Workbench,
  plan: Candidate,
  { mayEndSooner }: { mayEndSooner: boolean },
): Candidate {
  const { desk, base } = waitForPractice(bench, plan, mayEndSooner);
  const disorder = new Disorder(bench.model, base.set);
  if (disorder.precedences.length === 0) return base;
  let best = { plan: base, score: disorder.measure(base.schedule.placements) };
  const consider = (found: Candidate | null): boolean => {
    if (!found || !isAsGood(desk.model, found, base)) return false;
    if (found.weeks < base.weeks && !mayEndSooner) return false;
    const score = disorder.measure(found.schedule.placements);
    if (found.weeks === best.plan.weeks ? score >= best.score : found.weeks > best.plan.weeks) return false;
    best = { plan: found, score };
    return true;
  };
  const { model } = desk;
  const orders = [
    ...listBasicsFirst(model, base),
    ...listSeenFirst(model, base),
    ...listCraftFirst(model, base),
  ];
  for (const priority of orders) consider(tryOrder(desk, base, priority));
  let built = 0;
  const members = listMembers(base.set);
  const mostBuilt = Math.max(MOST_BUILT, Math.floor(MOST_PLACED / members.length));
  for (let turn = 0; built < mostBuilt; turn += 1) {
    const starts = byStart(desk.model, best.plan);
    const broken = disorder.listBroken(best.plan.schedule.placements).slice(0, MOST_LOOKED_AT);
    const orders =
      turn === 0 ? broken.flatMap((one) => listMended(starts, one)) : [swapTwo(starts, members, turn)];
    for (const priority of orders) {
      built += 1;
      if (!consider(tryOrder(desk, base, priority))) continue;
      turn = -1;
      break;
    }
  }
  const isKept = (found: Candidate): boolean =>
    isAsGood(desk.model, found, base) &&
    (mayEndSooner || found.weeks === base.weeks) &&
    (found.weeks < base.weeks ||
      disorder.measure(found.schedule.placements) < disorder.measure(base.schedule.placements));
  const forward = bringForward(desk, best.plan);
  const tight = bringForward(desk, tighten(desk, isKept(forward) ? forward : base));
  const rate = (found: Candidate): number => disorder.measure(found.schedule.placements);
  const [kept = base] = [tight, forward].filter(isKept).sort((one, other) => rate(one) - rate(other));
  return kept;
}

/** Orders in which a broken precedence may be kept. */
function listMended(starts: Float64Array, { first, then }: Precedence): Float64Array[] {
  return [
    starts.with(first, (starts[then] ?? 0) + 0.5),
    starts.with(then, (starts[first] ?? 0) - 0.5),
    starts.with(first, FRONT),
    starts.with(then, BACK),
  ];
}

/** Two steps in each other's place: which two, goes by the turn. */
function swapTwo(starts: Float64Array, members: readonly number[], turn: number): Float64Array {
  const place = (turn * STRIDE) % (members.length * members.length);
  const one = members[place % members.length] ?? 0;
  const other = members[Math.floor(place / members.length)] ?? 0;
  return starts.with(one, starts[other] ?? 0).with(other, starts[one] ?? 0);
}

function isAsGood(model: StageModel, found: Candidate, base: Candidate): boolean {
  return isAboutAsEarly({ model }, found, base, MOST_LATER);
}

function byStart(model: StageModel, { schedule }: Candidate): Float64Array {
  const starts = new Float64Array(model.steps.length);
  for (const { step, start } of schedule.placements) starts[step] = -start;
  return starts;
}

function listBasicsFirst(model: StageModel, base: Candidate): Float64Array[] {
  const rated = rateOrder(model);
  const starts = byStart(model, base);
  return BASICS_WEIGHTS.map((weight) =>
    rated.map((rate, step) => weight * rate + (weight === 1 ? 0 : (starts[step] ?? 0))),
  );
}

/** Orders in which workplace skills come last, where part of a stage lies before the first post. */
function listCraftFirst(model: StageModel, base: Candidate): Float64Array[] {
  if (model.open >= model.inPostFrom) return [];
  const isLate = model.steps.map((step) => isSoft(model, step) && !step.isBegun);
  return [byStart(model, base), rateOrder(model)].map((order) =>
    order.map((place, step) => place - (isLate[step] ? LEAP : 0)),
  );
}

/** Orders in which work that an employer asks to see comes before all else, with what it rests on and without. */
function listSeenFirst(model: StageModel, base: Candidate): Float64Array[] {
  const members = listMembers(base.set);
  const seen = listSeen(model, members);
  if (seen.length === 0) return [];
  const lean = new Set(seen);
  for (let size = -1; size !== lean.size; ) {
    size = lean.size;
    const asked = new Set([...lean].flatMap((step) => model.steps[step]?.froms ?? []));
    for (const step of members) if (model.steps[step]?.tos.some((fact) => asked.has(fact))) lean.add(step);
  }
  const starts = byStart(model, base);
  const lead = (order: Float64Array, first: ReadonlySet<number>) =>
    order.map((place, step) => place + (first.has(step) ? LEAP : 0));
  // Where little room is left the rest fits only in some other order.
  const shuffled = Array.from({ length: MOST_SHUFFLED }, (_, turn) =>
    starts.map((_start, step) => ((step + 1) * (turn + 1) * STRIDE) % 1009),
  );
  return [lead(starts, lean), lead(starts, new Set(seen)), ...shuffled.map((order) => lead(order, lean))];
}

function tryOrder(desk: Desk, base: Candidate, priority: Float64Array): Candidate | null {
  const limit = Math.max(base.end, base.weeks);
  const schedule = desk.scheduler.build(listMembers(base.set), priority, limit);
  return schedule && desk.toCandidate(schedule);
}

/** The plan with exams after their practice, as many as can be where it ends no later by it. */
function waitForPractice(
  bench: Workbench,
  plan: Candidate,
  mayEndSooner: boolean,
): { desk: Desk; base: Candidate } {
  const practice = new Map(listPractice(bench.model, plan.set));
  while (practice.size > 0) {
    const model = withPractice(bench.model, practice);
    const desk: Desk = {
      model,
      scheduler: new Scheduler(model),
      toCandidate: (schedule) => bench.toCandidate(schedule),
    };
    const base = findWaiting(bench, desk, { plan, practice, mayEndSooner });
    if (base) return { desk, base };
    practice.delete([...practice.keys()].at(-1) ?? -1);
  }
  return { desk: bench, base: plan };
}

type Waiting = {
  plan: Candidate;
  practice: ReadonlyMap<number, readonly number[]>;
  mayEndSooner: boolean;
};

function findWaiting(
  bench: Workbench,
  desk: Desk,
  { plan, practice, mayEndSooner }: Waiting,
): Candidate | null {
  const starts = byStart(desk.model, plan);
  const early = starts.slice();
  const isPractised = new Set([...practice.values()].flat());
  for (const step of isPractised) early[step] = 1;
  const tails = computeTails(bench.closure, plan.set);
  const lengthened = tails.map((tail, step) => tail + (isPractised.has(step) ? 8 : 0));
  const members = listMembers(plan.set);
  const orders = [starts, early, tails, lengthened];
  let [best, shortest]: [Candidate | null, Candidate | null] = [null, null];
  for (let turn = 0; turn < MOST_WAITING && (turn < orders.length || best === null); turn += 1) {
    const from = shortest ? byStart(desk.model, shortest) : starts;
    const schedule = desk.scheduler.build(members, orders[turn] ?? swapTwo(from, members, turn), NEVER);
    const found = schedule && desk.toCandidate(schedule);
    if (!found || found.steps !== plan.steps) continue;
    if (shortest === null || found.weeks < shortest.weeks) shortest = found;
    if (found.weeks > plan.weeks || (found.weeks < plan.weeks && !mayEndSooner)) continue;
    if (best === null || isEarlier(desk, found, best)) best = found;
  }
  return best && bringForward(desk, best);
}
