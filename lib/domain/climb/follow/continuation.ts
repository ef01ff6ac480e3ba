import type { Career } from '../../career/career';
import { composePlan } from '../compose';
import type { PlanDocument } from '../document';
import type { Effort } from '../search/effort';
import { type Solution, solve } from '../solve';
import type { PlanWords } from '../words';
import { composeWhole } from './compose-whole';
import { type Following, findPlanToContinue } from './following';
import { holdDates } from './held-dates';
import { buildRest } from './rest-problem';

/**
 * The best plan by the person's settings that goes on from a kept one of either version: what is finished stays in it
 * where it was, what is under way needs only what is left of it and waits for nothing, and what was dropped stays out.
 * All else begins with the week of `today` at the earliest; what is proved is proved of the rest. Null where nothing was
 * begun or dropped that such a plan would have to heed, and where none was found that does.
 */
export function solveContinuation(
  career: Career,
  following: Following,
  { effort, words }: { effort: Effort; words: PlanWords },
): PlanDocument | null {
  const remaining = findPlanToContinue(career, following);
  if (!remaining) return null;
  const problem = buildRest(career, following, remaining);
  const solution = solve(problem.career, problem.profile, { effort, here: problem.here });
  if (!solution.best) return null;
  const rest = composePlan(withOwnPins(solution, following), solution.best, words);
  return holdDates(career, following, composeWhole(career, { following, remaining, rest }));
}

/** What is under way is pinned in the rest, yet only what the person pinned is said to be asked for. */
export function withOwnPins(solution: Solution, { profile }: Following): Solution {
  const { person } = solution;
  const { pinned } = profile.preferences;
  const preferences = { ...person.profile.preferences, pinned };
  return { ...solution, person: { ...person, profile: { ...person.profile, preferences } } };
}
