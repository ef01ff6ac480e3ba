import { computeEarliest, type Earliest, listMembers, NEVER, type StepSet } from './closure';
import { LEVEL_COUNT, type PlanningModel } from './model';

/**
 * For each step of a set, the weeks from its start to the end of the longest chain that leans on it, when
 * every fact comes from the step that can bring it first. A guide for scheduling, not a bound.
 */
export function computeTails(model: PlanningModel, set: StepSet): Float64Array {
  const earliest = computeEarliest(model, set);
  const members = listMembers(set).sort(
    (one, other) => (earliest.starts[other] ?? 0) - (earliest.starts[one] ?? 0) || one - other,
  );
  const bringers = findBringers(model, members, earliest);
  const after = new Float64Array(model.steps.length);
  const tails = new Float64Array(model.steps.length);
  for (const index of members) {
    const step = model.steps[index];
    if (!step) continue;
    const tail = step.duration + (after[index] ?? 0);
    tails[index] = tail;
    const lean = (on: number | undefined, weeks: number): void => {
      if (on !== undefined && on !== index) after[on] = Math.max(after[on] ?? 0, weeks);
    };
    for (const fact of step.froms) lean(bringers.get(fact), tail);
    for (const { step: needed, facts } of step.prerequisites) {
      if (needed >= 0 && set[needed] === 1) lean(needed, tail);
      else for (const fact of facts ?? []) lean(bringers.get(fact), tail);
    }
    for (const [first, second] of model.occupationOrder)
      if (second === index && set[first] === 1) lean(first, tail);
    if (step.needsPost && !model.hasPost) {
      const post = members.findLast((other) => model.steps[other]?.givesPost);
      if (post !== undefined) lean(post, tail - (model.steps[post]?.duration ?? 0));
    }
  }
  return tails;
}

/** For each fact, the step of the set that brings it first. */
function findBringers(
  model: PlanningModel,
  members: readonly number[],
  earliest: Earliest,
): ReadonlyMap<number, number> {
  const bringers = new Map<number, number>();
  const finishOf = (index: number): number =>
    (earliest.starts[index] ?? NEVER) + (model.steps[index]?.duration ?? 0);
  for (const index of members)
    for (const to of model.steps[index]?.tos ?? [])
      for (let fact = to; fact % LEVEL_COUNT > 0; fact -= 1) {
        const best = bringers.get(fact);
        if (best === undefined || finishOf(index) < finishOf(best)) bringers.set(fact, index);
      }
  return bringers;
}
