import { MOST_WEEKS } from '../limits';
import { computeClosure, fullSet, NEVER } from './closure';
import type { Reason } from './document';
import type { PlanningModel } from './model';

const YEARS = Math.round(MOST_WEEKS / 52);

/** Whether no plan can end within the weeks that Rung plans for: seen without a search, which would be long. */
export function isBeyondHorizon(model: PlanningModel): boolean {
  const { goal } = computeClosure(model, fullSet(model));
  const hours = model.pinned.reduce((sum, index) => sum + (model.steps[index]?.hours ?? 0), 0);
  return goal < NEVER && Math.max(goal, hours / model.hoursPerWeek) > MOST_WEEKS;
}

export function explainHorizon({ hoursPerWeek }: PlanningModel): Reason {
  const hours = hoursPerWeek === 1 ? '1 hour' : `${hoursPerWeek} hours`;
  const sentence = `At ${hours} a week no plan ends within ${YEARS} years, and Rung plans no further. Give more hours, or ask for fewer steps.`;
  return { what: 'hours', ids: [], sentence, nearest: null };
}
