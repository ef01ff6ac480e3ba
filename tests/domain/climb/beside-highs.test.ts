import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { generateSmallStage } from '@/bench/climb/small-stages';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { bruteForceStage } from '@/tests/support/climb/brute-force';
import { findLeastBurden } from '@/tests/support/climb/integer-program';
import { listComing, listOpenSteps } from '@/tests/support/climb/open-steps';
import { findGoal, listStartingCanDos } from '@/tests/support/climb/person';
import { expectHeld } from '@/tests/support/expect-held';

const highs = await loadHighs();
const SEEDS = Array.from({ length: 16 }, (_, index) => index + 1);

/** The least burden of a small stage, in pence, as HiGHS has it; null where nothing reaches the goal. */
function findLeast(seed: number): number | null {
  const { career, profile } = generateSmallStage(seed);
  const next = findGoal({ career, profile });
  if (!next) throw new Error('the career has no goal');
  const trueFrom = listComing(career, profile, listStartingCanDos(career, profile));
  const stage = { career, profile, next, isGoal: true, steps: listOpenSteps(career, profile), trueFrom };
  return findLeastBurden(stage, (program) => highs.solve(program))?.pence ?? null;
}

describe('the integer program of a stage', () => {
  it('finds a plan exactly where trying them all does, and none has less burden than it says', () => {
    let held = 0;
    for (const seed of SEEDS) {
      const { career, profile } = generateSmallStage(seed);
      const found = bruteForceStage(career, profile);
      const least = findLeast(seed);
      expect(least === null, `${seed}`).toBe(found === null);
      if (!found || least === null) continue;
      expect(least, `${seed}`).toBeLessThanOrEqual(Math.round(100 * (found.best.balanced[0] ?? 0)));
      held += 1;
    }
    expectHeld({ held }, 5);
  });

  it('lets no plan of the planner have less burden', () => {
    let held = 0;
    for (const seed of SEEDS.slice(0, 12)) {
      const { career, profile } = generateSmallStage(seed);
      const plan = solvePlan(career, profile, { effort: 'quick', words: planWords });
      const least = findLeast(seed);
      if (least === null || plan.status === 'infeasible') continue;
      const { cost, hours } = plan.totals;
      const burden = Math.round(100 * (cost.amount + profile.preferences.hourWorth * hours));
      expect(least, `${seed}`).toBeLessThanOrEqual(burden);
      held += 1;
    }
    expectHeld({ held }, 4);
  });
});
