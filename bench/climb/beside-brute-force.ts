import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { OBJECTIVES } from '@/lib/domain/lists';
import { planWords } from '@/lib/wording/plan-words';
import { bruteForceStage } from '@/tests/support/climb/brute-force';
import { readVector } from '@/tests/support/climb/objectives';
import { compareVectors } from '@/tests/support/planning-rules';
import { chooseSize } from '../size';
import { generateSmallStage } from './small-stages';

const CAREERS = chooseSize({ full: 2000, quick: 20 });
const MOST_EXAMPLES = 5;

/** How often the plan of a small career differs from the best that a search of all plans finds, and where. */
export async function measureClimbsExhaustively(): Promise<object[]> {
  const differences: object[] = [];
  let [plans, infeasible, proved] = [0, 0, 0];
  for (let seed = 1; seed <= CAREERS; seed += 1) {
    const { career, profile } = generateSmallStage(seed);
    const found = bruteForceStage(career, profile);
    for (const optimiseFor of OBJECTIVES) {
      const preferences = { ...profile.preferences, optimiseFor };
      const plan = solvePlan(career, { ...profile, preferences }, { effort: 'full', words: planWords });
      plans += 1;
      if (plan.status === 'infeasible') infeasible += 1;
      if (plan.status === 'optimal') proved += 1;
      const reached = plan.status === 'infeasible' ? null : readVector(plan);
      const best = found?.best[optimiseFor] ?? null;
      const isSame = reached && best ? compareVectors(reached, best) === 0 : reached === best;
      const isLeast = !found || plan.stages[0]?.bestWeeks === found.leastWeeks;
      if (!isSame || !isLeast)
        differences.push({
          what: `career ${seed}, ${optimiseFor}`,
          reached: String(reached),
          best: String(best),
        });
    }
  }
  const row = {
    measure: 'plans of small careers with posts beside every plan there is: differences',
    bar: 'none of 2000',
    isMet: differences.length === 0,
    careers: CAREERS,
    plans,
    infeasible,
    proved,
  };
  return [{ ...row, differences: differences.length }, ...differences.slice(0, MOST_EXAMPLES)];
}
