import { loadCareer } from '@/lib/catalogue';
import { addDays } from '@/lib/domain/day';
import { NEVER } from '@/lib/domain/planner/closure';
import { isProved, type Reason } from '@/lib/domain/planner/document';
import { computeLeastSum } from '@/lib/domain/planner/measure';
import { buildModel } from '@/lib/domain/planner/model';
import type { Preferences, Profile } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeWorkbench } from '@/lib/domain/planner/workbench';
import { HighsOracle } from '@/tests/support/highs-oracle';
import { checkAnswers, compareWithBruteForce } from './against-oracles';
import { listMeasuredProfiles } from './planner';
import { chooseSize } from './size';
import { describeTimes, time, toShare } from './timing';

const NODES = 1_000_000;
const SMALL_INSTANCES = chooseSize({ full: 2000, quick: 60 });
const SMALL_SEED = 50_000;

/** Least cost and fewest steps when hours and weeks do not count, beside the same from HiGHS. */
export async function measureLeast(): Promise<object[]> {
  const career = loadCareer();
  const oracle = await HighsOracle.load();
  return (['pence', 'steps'] as const).flatMap((measure) => {
    const runs = listMeasuredProfiles().map((profile) => {
      const [least, own] = time(() => {
        const model = buildModel(career, profile);
        const pence = model.budgetPence ?? NEVER;
        return computeLeastSum({ bench: makeWorkbench(model), measure, pence, clauses: [], nodes: NODES });
      });
      const goal = measure === 'pence' ? 'cost' : 'steps';
      const [answer, highs] = time(() => oracle.solve(career, profile, { goal }));
      const value = answer.status === 'optimal' ? answer.value : null;
      return { least, own, highs, isEqual: (least?.least ?? null) === value };
    });
    const plans = runs.filter(({ least }) => least !== null);
    const row = {
      profiles: runs.length,
      plans: plans.length,
      proved: toShare(plans.filter(({ least }) => least?.isProved).length, plans.length),
      differences: runs.filter(({ isEqual }) => !isEqual).length,
    };
    return [
      { what: `least ${measure}`, ...row, ...describeTimes(runs.map(({ own }) => own)) },
      { what: `least ${measure}, HiGHS`, ...row, ...describeTimes(runs.map(({ highs }) => highs)) },
    ];
  });
}

/** Small random instances under every objective against exhaustive search. */
export async function measureAgainstBruteForce(): Promise<object[]> {
  const found = compareWithBruteForce({ count: SMALL_INSTANCES, seed: SMALL_SEED });
  const { differences, ties, ...counts } = found;
  return [
    {
      what: `${SMALL_INSTANCES} small instances against exhaustive search`,
      ...counts,
      differences: differences.length,
      'other sets or starts of equal worth': ties.length,
    },
  ];
}

/** Every answer through the checker; each `infeasible` through HiGHS; each change that a reason offers, solved. */
export async function measureAnswersProved(): Promise<object[]> {
  const career = loadCareer();
  const profiles = listMeasuredProfiles();
  const oracle = await HighsOracle.load();
  const { differences, ...counts } = checkAnswers({ oracle, career, profiles, effort: 'quick' });
  for (const difference of differences) console.log(difference);
  const changes = profiles.flatMap((profile) => {
    const { reasons = [] } = solvePlan(career, profile, { effort: 'quick' });
    return reasons.flatMap(({ what, nearest }) => (nearest ? [judgeChange(profile, what, nearest)] : []));
  });
  return [
    { what: 'checker, and HiGHS where infeasible', ...counts, differences: differences.length },
    {
      what: 'changes that a reason offers',
      offered: changes.length,
      work: changes.filter(({ works }) => works).length,
      'a smaller one works': changes.filter(({ smaller }) => smaller === 'works').length,
      'smaller ones refuted': changes.filter(({ smaller }) => smaller === 'refuted').length,
      'smaller ones open': changes.filter(({ smaller }) => smaller === 'open').length,
    },
  ];
}

type Judged = { works: boolean; smaller: 'works' | 'refuted' | 'open' };

/** Whether a change gives a plan when applied, and the next smaller one of the same kind none. */
function judgeChange(profile: Profile, what: Reason['what'], nearest: Partial<Preferences>): Judged {
  const answer = (change: Partial<Preferences>) =>
    solvePlan(
      loadCareer(),
      { ...profile, preferences: { ...profile.preferences, ...change, optimiseFor: 'fastest' } },
      { effort: 'quick', isPlain: true },
    );
  const works = answer(nearest).status !== 'infeasible';
  const smaller = computeSmaller(what, nearest);
  if (!smaller) return { works, smaller: 'refuted' };
  const document = answer(smaller);
  if (document.status !== 'infeasible') return { works, smaller: 'works' };
  return { works, smaller: isProved(document) ? 'refuted' : 'open' };
}

/** A week, an hour or a penny less; null where nothing lies between the change and what was asked for. */
function computeSmaller(
  what: Reason['what'],
  { deadline, hoursPerWeek, budget }: Partial<Preferences>,
): Partial<Preferences> | null {
  if (what === 'deadline' && deadline) return { deadline: addDays(deadline, -7) };
  if (what === 'hours' && hoursPerWeek) return { hoursPerWeek: hoursPerWeek - 1 };
  if (what === 'budget' && budget)
    return { budget: { ...budget, amount: Math.round(budget.amount * 100 - 1) / 100 } };
  return null;
}
