import type { Closure } from './closure';
import { listMembers, type StepSet } from './sets';

/**
 * For each step of a set, the weeks from its start to the end of the longest chain that leans on it, when
 * every fact comes from the step that can bring it first. A guide for scheduling, not a bound.
 */
export function computeTails(closure: Closure, set: StepSet): Float64Array {
  const { model } = closure;
  closure.reset(set);
  const members = listMembers(set).sort(
    (one, other) => closure.start(other) - closure.start(one) || one - other,
  );
  const bringers = findBringers(closure, members);
  const after = new Float64Array(model.steps.length);
  const tails = new Float64Array(model.steps.length);
  for (const index of members) {
    const step = model.steps[index];
    if (!step) continue;
    const tail = step.duration + (after[index] ?? 0);
    tails[index] = tail;
    const lean = (on: number | undefined): void => {
      if (on !== undefined && on !== index) after[on] = Math.max(after[on] ?? 0, tail);
    };
    for (const fact of step.froms) lean(bringers.get(fact));
    for (const { steps, facts } of step.needs) {
      const named = steps.find((other) => set[other] === 1);
      if (named !== undefined) lean(named);
      else for (const fact of facts ?? []) lean(bringers.get(fact));
    }
  }
  return tails;
}

/** For each fact, the step of the set that brings it first. */
function findBringers(closure: Closure, members: readonly number[]): ReadonlyMap<number, number> {
  const bringers = new Map<number, number>();
  for (const index of members)
    for (const fact of closure.model.steps[index]?.tos ?? []) {
      const best = bringers.get(fact);
      if (best === undefined || closure.finish(index) < closure.finish(best)) bringers.set(fact, index);
    }
  return bringers;
}
