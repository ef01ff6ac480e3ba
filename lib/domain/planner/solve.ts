import type { Career } from '../catalogue';
import { composeInfeasible, composePlan } from './compose';
import type { PlanDocument } from './document';
import { type Effort, NodeBudget } from './effort';
import { findFastest } from './fastest';
import { isBeyondHorizon } from './horizon';
import { findReasons } from './infeasibility';
import { buildModel, type PlanningModel } from './model';
import { type Optimum, optimise } from './optimise';
import type { Profile } from './profile';
import { type Candidate, makeWorkbench, toCandidate } from './workbench';

export type SolveOptions = {
  effort?: Effort;
  /** Selections of step ids that are likely near the best plan. */
  seeds?: readonly (readonly string[])[];
  /** A plan that keeps every rule of this profile too, as one made under tighter preferences does. */
  known?: PlanDocument;
  /** Leaves out what only a reader needs: the sentences of each step, and reasons where there is no plan. */
  isPlain?: boolean;
};

/** What solving came to: a plan with its bound, or what was proved on the way to none. */
export type Solution =
  | { kind: 'plan'; model: PlanningModel; optimum: Optimum }
  /** Not proved: the nodes ran out before a plan was found or refuted. */
  | { kind: 'none'; model: PlanningModel; isProved: boolean };

/**
 * The best plan for a profile whose ids the career knows, with what is proved about
 * it. The same input gives the same document; work is bounded by the nodes of `effort`, never by time.
 */
export function solvePlan(career: Career, profile: Profile, options: SolveOptions = {}): PlanDocument {
  const { effort = 'full', isPlain = false } = options;
  const solution = solve(career, profile, options);
  const { model } = solution;
  if (solution.kind === 'plan') return composePlan(model, solution.optimum, isPlain);
  const { isProved } = solution;
  const reasons = isPlain ? [] : findReasons(model, { effort, isProved });
  return composeInfeasible(model, { reasons, isProved });
}

/** Solves without composing a document. */
export function solve(career: Career, profile: Profile, options: SolveOptions = {}): Solution {
  const model = buildModel(career, profile);
  if (isBeyondHorizon(model)) return { kind: 'none', model, isProved: true };
  const bench = makeWorkbench(model);
  const { effort = 'full' } = options;
  const budget = NodeBudget.of(effort, model.steps.length);
  const known = options.known ? readCandidate(model, options.known) : null;
  const fastest = findFastest({
    bench,
    budget,
    effort,
    isPatient: true,
    known,
    seeds: (options.seeds ?? []).map((ids) => ids.flatMap((id) => model.indexById.get(id) ?? [])),
  });
  if (!fastest) return { kind: 'none', model, isProved: true };
  const { lower, best, limits, clauses, seeds, leastPence, leastSteps } = fastest;
  if (!best) return { kind: 'none', model, isProved: lower > limits.weeks };
  const optimum = optimise({
    bench,
    objective: profile.preferences.optimiseFor,
    limits,
    clauses,
    fastest: { lower, best },
    known,
    floor: { weeks: lower, pence: leastPence, steps: leastSteps },
    seeds,
    budget,
  });
  return { kind: 'plan', model, optimum };
}

/** A plan's steps and weeks as a candidate of another model; null when it holds a step that is not in play there. */
function readCandidate(model: PlanningModel, document: PlanDocument): Candidate | null {
  const placements = document.steps.flatMap(({ id, startWeek, weeks, hoursByWeek }) => {
    const step = model.indexById.get(id);
    return step === undefined ? [] : [{ step, start: startWeek, weeks, hours: hoursByWeek }];
  });
  if (document.status === 'infeasible' || placements.length < document.steps.length) return null;
  placements.sort((one, other) => one.step - other.step);
  return toCandidate(model, { weeks: document.totals.weeks, placements });
}
