import type { Career } from '../career/career';
import { composeInfeasible, composePlan } from './compose';
import type { PlanDocument } from './document';
import { holdDates } from './follow/held-dates';
import type { Profile } from './profile';
import { findObstacles } from './reasons/find-obstacles';
import { type SolveOptions, solve } from './solve';
import type { PlanWords } from './words';

/** The plan document of a profile whose ids the career knows: the best plan, or why there is none. */
export function solvePlan(
  career: Career,
  profile: Profile,
  { words, ...options }: SolveOptions & { words: PlanWords },
): PlanDocument {
  const solution = solve(career, profile, options);
  if (solution.best) {
    const document = composePlan(solution, solution.best, words);
    const following = { kept: document, profile, records: [], today: profile.preferences.start };
    return holdDates(career, following, document);
  }
  return composeInfeasible(
    solution,
    findObstacles(solution, { isBrief: options.effort === 'glance' }),
    words,
  );
}
