import { computeClosure, fullSet, NEVER } from './closure';
import { type Effort, NodeBudget } from './effort';
import { computeLeastSum } from './measure';
import { buildModel, type PlanningModel } from './model';
import type { Preferences } from './profile';
import { makeWorkbench } from './workbench';

/** A change of what a person asked for. */
export type Ease = Partial<Preferences>;

/** The part of what is left of the nodes that one look at a change may take. */
export const LOOK_SHARE = 0.25;

export function withPreferences(model: PlanningModel, ease: Ease): PlanningModel {
  const { career, profile } = model;
  return buildModel(career, { ...profile, preferences: { ...profile.preferences, ...ease } });
}

/** Whether there is a plan when hours, money and weeks do not count. */
export function isReachable(model: PlanningModel): boolean {
  if (computeClosure(model, fullSet(model)).goal >= NEVER) return false;
  return (
    computeLeastSum({
      bench: makeWorkbench(model),
      measure: 'steps',
      pence: NEVER,
      clauses: [],
      nodes: 50_000,
    }) !== null
  );
}

export function budgetOf(model: PlanningModel, effort: Effort): NodeBudget {
  return NodeBudget.of(effort, model.steps.length);
}
