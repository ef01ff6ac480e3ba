import type { StageModel, StageStep } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import { computeTails } from './priority';
import { listMembers, toSet } from './sets';
import { type Candidate, isBetter, type Measure, type Workbench } from './workbench';

/** Steps that are tried for one thing that is to be taught otherwise, the lightest first. */
const MOST_STAND_INS = 3;
/** So often a better plan is made better still. */
const MOST_TURNS = 8;
/** The part of the hours at work from which on they are few. */
const TIGHT = 0.5;

/** In what order plans are compared, and between which weeks and for how much money they must lie. */
type Aim = { order: readonly Measure[]; notBefore: number; latest: number; pence: number };

/**
 * A better plan with a small step for what the post would only have shown later, or other steps for one at work, where
 * hours are few; the plan given where none is better.
 */
export function bridge(bench: Workbench, plan: Candidate, aim: Aim): Candidate {
  let best = plan;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const found = findBetter(bench, best, aim);
    if (!found) break;
    best = found;
  }
  return best;
}

function findBetter(bench: Workbench, plan: Candidate, aim: Aim): Candidate | null {
  const { model } = bench;
  // Nothing is gained by a stage that is over before tenure and experience allow it.
  if (plan.end <= Math.max(model.wait, model.start, aim.notBefore)) return null;
  let best: Candidate | null = null;
  for (const members of [...listAdded(model, plan), ...listRelieved(model, plan)]) {
    const found = tryMembers(bench, { plan, members, latest: aim.latest });
    if (found && isWithin(found, aim) && isBetter(found, best ?? plan, aim.order)) best = found;
  }
  return best;
}

function isWithin({ end, pence }: Candidate, aim: Aim): boolean {
  return end >= aim.notBefore && end <= aim.latest && pence <= aim.pence;
}

/** The plan's steps with one more, which teaches what they wait for until the post shows it. */
function listAdded(model: StageModel, plan: Candidate): number[][] {
  const members = listMembers(plan.set);
  const taught = new Set(members.flatMap((index) => model.steps[index]?.tos ?? []));
  const awaited = new Set([
    ...model.goalFacts,
    ...members.flatMap((index) => listBefore(model.steps[index])),
  ]);
  return [...awaited].flatMap((fact) => {
    const week = model.given[fact] ?? NEVER;
    if (week >= NEVER || week <= model.open || taught.has(fact)) return [];
    return listTeaching(model, plan, fact).map((step) => [...members, step.index]);
  });
}

/** The plan's steps without one at work, and with others for what it alone brought, where hours at work are few. */
function listRelieved(model: StageModel, plan: Candidate): number[][] {
  const members = listMembers(plan.set);
  const used = members.reduce((sum, index) => sum + hoursAtWork(model.steps[index]), 0);
  if (used < TIGHT * model.workHoursPerWeek * (plan.end - model.start)) return [];
  return members.flatMap((out) => {
    const step = model.steps[out];
    if (!step?.isAtWork || step.isBegun || model.pinned.includes(out)) return [];
    const rest = members.filter((index) => index !== out);
    const kept = new Set(rest.flatMap((index) => model.steps[index]?.tos ?? []));
    return cover(model, plan, { rest, lost: step.tos.filter((fact) => !kept.has(fact)) });
  });
}

/** Ways to bring what is lost by one step more, or by two. */
function cover(
  model: StageModel,
  plan: Candidate,
  { rest, lost, depth = 2 }: { rest: readonly number[]; lost: readonly number[]; depth?: number },
): number[][] {
  const [first] = lost;
  if (first === undefined) return [[...rest]];
  if (depth === 0) return [];
  return listTeaching(model, plan, first).flatMap((step) =>
    cover(model, plan, {
      rest: [...rest, step.index],
      lost: lost.filter((fact) => !step.tos.includes(fact)),
      depth: depth - 1,
    }),
  );
}

function hoursAtWork(step: StageStep | undefined): number {
  return step?.isAtWork ? step.hours : 0;
}

function listBefore(step: StageStep | undefined): readonly number[] {
  return step ? [...step.froms, ...step.needs.flatMap(({ facts }) => facts ?? [])] : [];
}

function listTeaching(model: StageModel, { set }: Candidate, fact: number): StageStep[] {
  return model.steps
    .filter(({ index, tos }) => set[index] !== 1 && tos.includes(fact) && !model.exclusive.includes(index))
    .sort(
      (one, other) => one.burden - other.burden || one.duration - other.duration || one.index - other.index,
    )
    .slice(0, MOST_STAND_INS);
}

function tryMembers(
  bench: Workbench,
  { plan, members, latest }: { plan: Candidate; members: readonly number[]; latest: number },
): Candidate | null {
  const set = toSet(bench.model, members);
  bench.closure.reset(set);
  if (!bench.closure.isGoalBy(latest)) return null;
  const starts = new Float64Array(bench.model.steps.length);
  for (const { step, start } of plan.schedule.placements) starts[step] = -start;
  let best: Candidate | null = null;
  for (const priority of [computeTails(bench.closure, set), starts]) {
    const schedule = bench.scheduler.build(members, priority, best ? best.end - 1 : latest);
    if (schedule) best = bench.toCandidate(schedule);
  }
  return best;
}
