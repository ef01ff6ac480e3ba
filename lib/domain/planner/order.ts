import { needsPostFirst, type StepSet } from './closure';
import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';
import type { Rule } from './selection';

/**
 * Null when a set reaches the goal with its occupations in the order of their groups. Otherwise a rule that the
 * set breaks and every plan keeps: a plan that holds all the blockers at which the set comes to a halt takes one
 * of the steps that are open there. The set grows first by all that brings neither the goal nor another blocker.
 */
export function findOrderRule(model: PlanningModel, set: StepSet): Rule | null {
  if (model.occupationOrder.length === 0) return null;
  const grown = set.slice();
  let walk = new Walk(model, grown);
  if (walk.isAtGoal()) return null;
  for (let index = 0; index < grown.length; index += 1) {
    if (grown[index] === 1) continue;
    grown[index] = 1;
    const further = new Walk(model, grown);
    if (further.isAtGoal() || further.listBlockers().some((blocker) => set[blocker] !== 1)) grown[index] = 0;
    else walk = further;
  }
  return { core: walk.listBlockers(), rest: walk.listOpen() };
}

/** Whether a set reaches the goal and every step of it can be done, when only order counts. */
export function isWhole(model: PlanningModel, set: StepSet): boolean {
  const walk = new Walk(model, set);
  return walk.isAtGoal() && walk.hasStartedAll();
}

/** How far a set of steps comes when one opens the next and occupations wait for those before them in a group. */
class Walk {
  private readonly set: StepSet;
  private readonly started: StepSet;
  private readonly levels: Uint8Array;
  private isInPost: boolean;

  constructor(
    private readonly model: PlanningModel,
    set: StepSet,
  ) {
    this.set = set.slice();
    this.started = new Uint8Array(set.length);
    this.levels = Uint8Array.from(model.levels);
    this.isInPost = model.hasPost;
    while (this.startMore());
  }

  isAtGoal(): boolean {
    const { lostPins, goalFacts, pinned, requirements } = this.model;
    const areStarted = (indices: readonly number[]): boolean =>
      indices.every((index) => this.started[index] === 1);
    return (
      lostPins.length === 0 &&
      this.areReached(goalFacts) &&
      areStarted(pinned) &&
      requirements.every(({ groups }) => groups.some(areStarted))
    );
  }

  hasStartedAll(): boolean {
    return this.set.every((flag, index) => flag === 0 || this.started[index] === 1);
  }

  /** Steps outside the set that could start where it came to a halt. */
  listOpen(): number[] {
    return this.listHalted().flatMap(({ index }) => (this.set[index] === 1 ? [] : [index]));
  }

  /** Occupations of the set that others of it wait for at the halt. */
  listBlockers(): number[] {
    const waiting = this.listHalted().filter(({ index }) => this.set[index] === 1);
    return [...new Set(waiting.flatMap((step) => this.listBlockersOf(step)))];
  }

  private listHalted(): ModelStep[] {
    return this.model.steps.filter((step) => this.started[step.index] !== 1 && this.canStart(step));
  }

  /** Starts what can start by now; false when nothing could. */
  private startMore(): boolean {
    let hasMoved = false;
    for (const step of this.model.steps) {
      const { index } = step;
      if (this.set[index] !== 1 || this.started[index] === 1 || !this.canStart(step)) continue;
      if (step.isOccupation && this.listBlockersOf(step).length > 0) continue;
      this.started[index] = 1;
      hasMoved = true;
      if (step.givesPost) this.isInPost = true;
      for (const fact of step.tos) {
        const skill = Math.floor(fact / LEVEL_COUNT);
        this.levels[skill] = Math.max(this.levels[skill] ?? 0, fact % LEVEL_COUNT);
      }
    }
    return hasMoved;
  }

  private canStart(step: ModelStep): boolean {
    if ((!this.isInPost && needsPostFirst(step)) || !this.areReached(step.froms)) return false;
    for (const { step: needed, facts } of step.prerequisites)
      if (!(needed >= 0 && this.started[needed] === 1) && !(facts && this.areReached(facts))) return false;
    return true;
  }

  private areReached(facts: readonly number[]): boolean {
    for (const fact of facts)
      if ((this.levels[Math.floor(fact / LEVEL_COUNT)] ?? 0) < fact % LEVEL_COUNT) return false;
    return true;
  }

  private listBlockersOf({ index }: ModelStep): number[] {
    return this.model.occupationOrder.flatMap(([first, second]) =>
      second === index && this.set[first] === 1 && this.started[first] !== 1 ? [first] : [],
    );
  }
}
