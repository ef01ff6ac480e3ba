import type { StageModel, StageStep } from '../model/stage-model';
import { isAboutAsEarly } from './compare-times';
import { listMembers } from './sets';
import { bringForward, tighten } from './tighten';
import type { Candidate, Workbench } from './workbench';

/** What a step counts as lower for, when all that it teaches is of skills that the post leans on. */
const FOR_THE_POST = 0.5;
/** Above every level: an exam that teaches nothing new confirms what was learned before it. */
const LAST = 6;
/** Weeks that a level weighs against where a step lies already; 1 where it alone counts. */
const BASICS_WEIGHTS = [1, 26, 13, 6];

/**
 * How early a mentor would place each step of a stage, higher first: what is under way, then basics before what is
 * harder, of equal ones what the post leans on; exams that teach nothing new come last.
 */
export function rateBasics(model: StageModel): Float64Array {
  const { career } = model;
  const posts = [model.post, model.until].flatMap((id) => career.postById.get(id ?? '') ?? []);
  const leansOn = new Set(posts.flatMap((post) => post.leansOn));
  return Float64Array.from(model.steps, (step) => -rateStep(model, step, leansOn));
}

function rateStep({ career, facts }: StageModel, step: StageStep, leansOn: ReadonlySet<string>): number {
  if (step.isBegun) return -1;
  const taught = step.tos.flatMap((fact) => career.canDoById.get(facts[fact] ?? '') ?? []);
  if (taught.length === 0) return LAST;
  const level = taught.reduce((sum, canDo) => sum + canDo.level, 0) / taught.length;
  const share = taught.filter(({ skill }) => leansOn.has(skill)).length / taught.length;
  return level - FOR_THE_POST * share;
}

/**
 * The same steps with basics before what is harder, where they end as soon by it and own hours lie about as early: no free
 * hours are left in it that a step could take.
 */
export function placeBasicsFirst(bench: Workbench, plan: Candidate): Candidate {
  const limit = Math.max(plan.end, plan.weeks);
  const rated = rateBasics(bench.model);
  const starts = new Float64Array(rated.length);
  for (const { step, start } of plan.schedule.placements) starts[step] = start;
  for (const weight of BASICS_WEIGHTS) {
    const priority = rated.map((rate, step) => weight * rate - (weight === 1 ? 0 : (starts[step] ?? 0)));
    const schedule = bench.scheduler.build(listMembers(plan.set), priority, limit);
    if (!schedule) continue;
    const found = bringForward(bench, tighten(bench, bench.toCandidate(schedule)));
    if (isAboutAsEarly(bench, found, plan)) return found;
  }
  return plan;
}
