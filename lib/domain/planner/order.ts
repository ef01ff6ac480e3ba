import { needsPostFirst, type StepSet } from './closure';
import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';
import type { Rule } from './selection';

/** How far a set of steps comes when one opens the next and occupations wait for those before them in a group. */
type Halt = {
  started: StepSet;
  /** Steps outside the set that could start where it came to a halt. */
  open: number[];
  /** Occupations of the set that others of it wait for at the halt. */
  blockers: number[];
  isGoal: boolean;
};

/**
 * Null when a set reaches the goal with its occupations in the order of their groups. Otherwise a rule that the
 * set breaks and every plan keeps: a plan that holds all the blockers at which the set comes to a halt takes one
 * of the steps that are open there. The set grows first by all that brings neither the goal nor another blocker.
 */
export function findOrderRule(input: { model: PlanningModel; set: StepSet; allowed: StepSet }): Rule | null {
  const { model, set, allowed } = input;
  if (model.occupationOrder.length === 0) return null;
  const grown = set.slice();
  let halt = computeHalt(model, grown);
  if (halt.isGoal) return null;
  for (let index = 0; index < grown.length; index += 1) {
    if (grown[index] === 1 || allowed[index] !== 1) continue;
    grown[index] = 1;
    const further = computeHalt(model, grown);
    if (further.isGoal || further.blockers.some((blocker) => set[blocker] !== 1)) grown[index] = 0;
    else halt = further;
  }
  return { core: halt.blockers, rest: halt.open.filter((index) => allowed[index] === 1) };
}

/** Whether a set reaches the goal and every step of it can be done, when only order counts. */
export function isWhole(model: PlanningModel, set: StepSet): boolean {
  const { isGoal, started } = computeHalt(model, set);
  return isGoal && set.every((flag, index) => flag === 0 || started[index] === 1);
}

function computeHalt(model: PlanningModel, set: StepSet): Halt {
  const levels = Uint8Array.from(model.levels);
  const started = new Uint8Array(model.steps.length);
  let isInPost = model.hasPost;
  const isReached = (fact: number): boolean =>
    (levels[Math.floor(fact / LEVEL_COUNT)] ?? 0) >= fact % LEVEL_COUNT;
  const canStart = (step: ModelStep): boolean =>
    (isInPost || !needsPostFirst(step)) &&
    step.froms.every(isReached) &&
    step.prerequisites.every(
      ({ step: needed, facts }) => (needed >= 0 && started[needed] === 1) || facts?.every(isReached) === true,
    );
  const listBlockers = (step: ModelStep): number[] =>
    model.occupationOrder.flatMap(([first, second]) =>
      second === step.index && set[first] === 1 && started[first] !== 1 ? [first] : [],
    );
  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const step of model.steps) {
      const { index } = step;
      if (set[index] !== 1 || started[index] === 1 || !canStart(step) || listBlockers(step).length > 0)
        continue;
      started[index] = 1;
      hasMoved = true;
      if (step.givesPost) isInPost = true;
      for (const fact of step.tos) {
        const skill = Math.floor(fact / LEVEL_COUNT);
        levels[skill] = Math.max(levels[skill] ?? 0, fact % LEVEL_COUNT);
      }
    }
  }
  const halted = model.steps.filter((step) => started[step.index] !== 1 && canStart(step));
  return {
    started,
    open: halted.flatMap(({ index }) => (set[index] === 1 ? [] : [index])),
    blockers: [...new Set(halted.filter(({ index }) => set[index] === 1).flatMap(listBlockers))],
    isGoal:
      model.lostPins.length === 0 &&
      model.goalFacts.every(isReached) &&
      model.pinned.every((index) => started[index] === 1) &&
      model.requirements.every(({ groups }) =>
        groups.some((group) => group.every((index) => started[index] === 1)),
      ),
  };
}
