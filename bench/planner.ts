import { loadCareer } from '@/lib/catalogue';
import { NEVER } from '@/lib/domain/planner/closure';
import { computeCounterfactuals } from '@/lib/domain/planner/comparison';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Effort } from '@/lib/domain/planner/effort';
import { computeLeastSum } from '@/lib/domain/planner/measure';
import { buildModel } from '@/lib/domain/planner/model';
import { OBJECTIVES, type Objective, type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeWorkbench } from '@/lib/domain/planner/workbench';
import { closePlanner, getPlan } from '@/lib/planner';
import { HighsOracle } from '@/tests/support/highs-oracle';
import { checkPlan } from '@/tests/support/plan-checker';
import { generateLargeCareer } from './large-career';
import { generateProfiles } from './profiles';

const PROFILES = 200;
const SEED = 1;
const WORST = 3;
const NODES = 1_000_000;
const LARGE_SEEDS = [1, 2, 3, 4];

/** One row of the table: what was asked, how much was proved, and how long it took on one core. */
export type PlannerMeasurement = {
  what: string;
  profiles: number;
  plans: number;
  proved: string;
  weeksProved: string;
  meanGap: string;
  p50: number;
  p90: number;
  p99: number;
  most: number;
  broken: number;
};

type Run = { profile: Profile; plan: PlanDocument; milliseconds: number; problems: number };

/**
 * Measures the planner on 200 generated profiles of the real catalogue: every objective at the page's effort,
 * the fastest at full effort, all counterfactuals of a plan, and many plans on all cores. Milliseconds are
 * processor time of one thread, so that a busy machine does not blur them. Ends with the three worst profiles.
 */
export async function measurePlanner(): Promise<object[]> {
  const profiles = generateProfiles(loadCareer(), { count: PROFILES, seed: SEED });
  const rows: PlannerMeasurement[] = OBJECTIVES.map((objective) =>
    summarise(`${objective}, quick`, measureRuns(profiles, objective, 'quick')),
  );
  const full = measureRuns(profiles, 'fastest', 'full');
  rows.push(summarise('fastest, full', full));
  rows.push(...(await measureLeast(profiles)));
  rows.push(measureCounterfactuals(profiles.slice(0, 40)));
  rows.push(measureGrowth());
  rows.push(await measureMany(profiles));
  console.table(listWorst(full));
  return rows;
}

function measureRuns(profiles: readonly Profile[], objective: Objective, effort: Effort): Run[] {
  const career = loadCareer();
  return profiles.map((base) => {
    const profile = { ...base, preferences: { ...base.preferences, optimiseFor: objective } };
    const [plan, milliseconds] = time(() => solvePlan(career, profile, { effort }));
    return { profile, plan, milliseconds, problems: checkPlan(career, profile, plan).length };
  });
}

function time<Result>(work: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

function summarise(what: string, runs: readonly Run[]): PlannerMeasurement {
  const plans = runs.filter(({ plan }) => plan.status !== 'infeasible');
  const gaps = plans.map(({ plan }) => computeWeeksGap(plan)).filter((gap) => gap !== null);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
  return {
    what,
    profiles: runs.length,
    plans: plans.length,
    proved: toShare(plans.filter(({ plan }) => plan.status === 'optimal').length, plans.length),
    weeksProved: gaps.length > 0 ? toShare(gaps.filter((gap) => gap === 0).length, gaps.length) : '',
    meanGap: gaps.length > 0 ? `${(mean * 100).toFixed(2)} %` : '',
    ...describeTimes(runs.map(({ milliseconds }) => milliseconds)),
    broken: runs.filter(({ problems }) => problems > 0).length,
  };
}

/** How far the weeks of a fastest plan may be from the best, as a share; null for other objectives. */
function computeWeeksGap({ profile, bound, totals }: PlanDocument): number | null {
  if (profile.preferences.optimiseFor !== 'fastest' || !bound) return null;
  return totals.weeks === 0 ? 0 : (totals.weeks - (bound[0] ?? 0)) / totals.weeks;
}

function toShare(part: number, whole: number): string {
  return `${part} of ${whole} (${Math.round((100 * part) / Math.max(1, whole))} %)`;
}

function describeTimes(values: readonly number[]) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { p50: at(0.5), p90: at(0.9), p99: at(0.99), most: at(1) };
}

/** Least cost and fewest steps when hours and weeks do not count, beside the same from HiGHS. */
async function measureLeast(profiles: readonly Profile[]): Promise<PlannerMeasurement[]> {
  const career = loadCareer();
  const oracle = await HighsOracle.load();
  return (['pence', 'steps'] as const).flatMap((measure) => {
    const runs = profiles.map((profile) => {
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
      weeksProved: '',
      meanGap: '',
      broken: runs.filter(({ isEqual }) => !isEqual).length,
    };
    return [
      { ...row, what: `least ${measure}`, ...describeTimes(runs.map(({ own }) => own)) },
      { ...row, what: `least ${measure}, HiGHS`, ...describeTimes(runs.map(({ highs }) => highs)) },
    ];
  });
}

/** Least cost in generated catalogues of 1,000 steps and 40 skills, and the memory of this process after it. */
function measureGrowth(): PlannerMeasurement {
  const runs = LARGE_SEEDS.flatMap((seed) => {
    const career = generateLargeCareer({ seed });
    return career.roles.slice(0, 3).map((role) => {
      const preferences = { start: '2026-12-07' };
      const profile = profileSchema.parse({ career: career.id, role: role.id, preferences });
      return time(() => {
        const bench = makeWorkbench(buildModel(career, profile));
        return computeLeastSum({ bench, measure: 'pence', pence: NEVER, clauses: [], nodes: NODES });
      });
    });
  });
  const proved = runs.filter(([least]) => least?.isProved).length;
  return {
    what: `least pence, 1,000 steps and 40 skills; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
    profiles: runs.length,
    plans: runs.length,
    proved: toShare(proved, runs.length),
    weeksProved: '',
    meanGap: '',
    ...describeTimes(runs.map(([, milliseconds]) => milliseconds)),
    broken: 0,
  };
}

function measureCounterfactuals(profiles: readonly Profile[]): PlannerMeasurement {
  const career = loadCareer();
  let plans = 0;
  const times = profiles.flatMap((profile) => {
    const plan = solvePlan(career, profile, { effort: 'quick' });
    if (plan.steps.length === 0) return [];
    plans += 1;
    return [time(() => computeCounterfactuals(career, profile, plan))[1]];
  });
  return {
    what: 'all counterfactuals of a plan',
    profiles: profiles.length,
    plans,
    proved: '',
    weeksProved: '',
    meanGap: '',
    ...describeTimes(times),
    broken: 0,
  };
}

/** Plans a second through the workers, balanced, as `npm run plan -- --many` makes them. */
async function measureMany(profiles: readonly Profile[]): Promise<PlannerMeasurement> {
  const career = loadCareer();
  const before = performance.now();
  await Promise.all(
    profiles.map((base) =>
      getPlan(
        career,
        { ...base, preferences: { ...base.preferences, optimiseFor: 'balanced' } },
        { effort: 'quick' },
      ),
    ),
  );
  const seconds = (performance.now() - before) / 1000;
  await closePlanner();
  return {
    what: `many, balanced: ${(profiles.length / seconds).toFixed(1)} a second on all cores`,
    profiles: profiles.length,
    plans: profiles.length,
    proved: '',
    weeksProved: '',
    meanGap: '',
    p50: 0,
    p90: 0,
    p99: 0,
    most: Math.round(seconds * 1000),
    broken: 0,
  };
}

/** The profiles whose weeks are least certain after full effort. */
function listWorst(runs: readonly Run[]): object[] {
  return runs
    .map((run, index) => ({ run, index, gap: computeWeeksGap(run.plan) ?? 0 }))
    .sort((one, other) => other.gap - one.gap)
    .slice(0, WORST)
    .map(({ run, index, gap }) => ({
      profile: index,
      role: run.profile.role,
      hoursPerWeek: run.profile.preferences.hoursPerWeek,
      maxParallel: run.profile.preferences.maxParallel,
      weeks: run.plan.totals.weeks,
      bound: run.plan.bound?.[0],
      gap: `${(gap * 100).toFixed(1)} %`,
    }));
}
