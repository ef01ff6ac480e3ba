import type { PlanDocument } from '@/lib/domain/climb/document';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { OBJECTIVES } from '@/lib/domain/lists';
import { planWords } from '@/lib/wording/plan-words';
import { bruteForceStage } from '@/tests/support/climb/brute-force';
import { compareStages } from '@/tests/support/climb/compare-stages';
import { readVector } from '@/tests/support/climb/objectives';
import { compareVectors } from '@/tests/support/planning-rules';
import { chooseSize } from '../size';
import { measurePart } from './part';
import { generateSmallClimb } from './small-climbs';
import { generateSmallStage } from './small-stages';

const CAREERS = chooseSize({ full: 2000, quick: 20 });
const MOST_EXAMPLES = 5;
/** For the careers of one stage, and for those with a post on the way. */
const MOST_MINUTES = 5;

/** How often the plan of a small career differs from the best that a search of all plans finds, and where. */
export async function measureClimbsExhaustively(): Promise<object[]> {
  const seeds = Array.from({ length: CAREERS }, (_, index) => index + 1);
  return [...measureClimbsWithPosts(seeds), ...measureSingleStages(seeds)];
}

/** Careers with a post between: each stage of each way from where the one before it left the person. */
function measureClimbsWithPosts(seeds: readonly number[]): object[] {
  const { rows, done, all } = measurePart('with posts, beside brute force', seeds, {
    minutes: MOST_MINUTES,
    measure: (seed) => {
      const { career, profile } = generateSmallClimb(seed);
      return OBJECTIVES.map((objective) => ({
        what: `career ${seed}, ${objective}`,
        ...compareStages(career, profile, objective),
      }));
    },
  });
  const compared = rows.flat();
  const stages = compared.flatMap(({ what, stages: own }) => own.map((stage) => ({ of: what, ...stage })));
  const impossible = compared.flatMap(({ what, impossible: own }) =>
    own.map((way) => ({ of: what, ...way })),
  );
  const differing = stages.filter((one) => one.difference !== 0 || one.weeksAbove !== 0 || !one.isBelow);
  const wrong = impossible.filter(({ isRight }) => !isRight);
  const differences = differing.length + wrong.length;
  return [
    {
      measure: 'stages of small careers with a post on the way beside every plan there is: differences',
      bar: 'none of 2000 careers',
      isMet: differences === 0 && done === all,
      careers: done,
      'left out': all - done,
      stages: stages.length,
      'in a new post': stages.filter(({ what }) => what.startsWith('between')).length,
      proved: stages.filter(({ isProved }) => isProved).length,
      'ways that lead nowhere': impossible.length,
      differences,
    },
    ...[...differing, ...wrong].slice(0, MOST_EXAMPLES),
  ];
}

function measureSingleStages(seeds: readonly number[]): object[] {
  const { rows, done, all } = measurePart('beside brute force', seeds, {
    minutes: MOST_MINUTES,
    measure: compareCareer,
  });
  const plans = rows.flat();
  const differences = plans.flatMap(({ difference }) => difference ?? []);
  const count = (status: string): number => plans.filter((plan) => plan.status === status).length;
  const row = {
    measure: 'plans of small careers of one stage beside every plan there is: differences',
    bar: 'none of 2000',
    isMet: differences.length === 0 && done === all,
    careers: done,
    'left out': all - done,
    plans: plans.length,
    infeasible: count('infeasible'),
    proved: count('optimal'),
  };
  return [{ ...row, differences: differences.length }, ...differences.slice(0, MOST_EXAMPLES)];
}

type Compared = { status: PlanDocument['status']; difference: object | null };

/** The plans of one career under every objective, each beside the best of all plans. */
function compareCareer(seed: number): Compared[] {
  const { career, profile } = generateSmallStage(seed);
  const found = bruteForceStage(career, profile);
  return OBJECTIVES.map((optimiseFor) => {
    const preferences = { ...profile.preferences, optimiseFor };
    const plan = solvePlan(career, { ...profile, preferences }, { effort: 'full', words: planWords });
    const reached = plan.status === 'infeasible' ? null : readVector(plan);
    const best = found?.best[optimiseFor] ?? null;
    const isSame = reached && best ? compareVectors(reached, best) === 0 : reached === best;
    const isLeast = !found || plan.stages[0]?.bestWeeks === found.leastWeeks;
    const what = `career ${seed}, ${optimiseFor}`;
    const difference = isSame && isLeast ? null : { what, reached: String(reached), best: String(best) };
    return { status: plan.status, difference };
  });
}
