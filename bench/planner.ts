import { loadCareer } from '@/lib/catalogue';
import type { Career } from '@/lib/domain/catalogue';
import { NEVER } from '@/lib/domain/planner/closure';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Effort } from '@/lib/domain/planner/effort';
import { computeLeastSum } from '@/lib/domain/planner/measure';
import { buildModel } from '@/lib/domain/planner/model';
import { OBJECTIVES, type Objective, type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeWorkbench } from '@/lib/domain/planner/workbench';
import { closePlanner, getPlan } from '@/lib/planner/client';
import { checkPlan } from '@/tests/support/plan-checker';
import { generateLargeCareer } from './large-career';
import { generateProfiles } from './profiles';
import { chooseSize } from './size';
import { describeTimes, time, toShare } from './timing';

const PROFILES = chooseSize({ full: 200, quick: 5 });
const SEED = 1;
const WORST = 3;
const NODES = 1_000_000;
const LARGE_SEEDS = [1, 2, 3, 4].slice(0, chooseSize({ full: 4, quick: 1 }));

type Run = { profile: Profile; plan: PlanDocument; milliseconds: number; problems: number };

/** The profiles that every measurement of the planner uses. */
export function listMeasuredProfiles(): Profile[] {
  return generateProfiles(loadCareer(), { count: PROFILES, seed: SEED });
}

/** Every objective at the page's effort: what was proved within two seconds, and how long each answer took. */
export async function measureQuickPlans(): Promise<object[]> {
  return OBJECTIVES.map((objective) =>
    summarise(`${objective}, quick`, measureRuns(objective, 'quick'), 2000),
  );
}

/** The fastest plan at full effort, and the three profiles whose weeks are least certain after it. */
export async function measureFullPlans(): Promise<object[]> {
  const runs = measureRuns('fastest', 'full');
  return [summarise('fastest, full', runs, 10_000), ...listWorst(runs)];
}

function measureRuns(objective: Objective, effort: Effort): Run[] {
  const career = loadCareer();
  return listMeasuredProfiles().map((base) => {
    const profile = { ...base, preferences: { ...base.preferences, optimiseFor: objective } };
    const [plan, milliseconds] = time(() => solvePlan(career, profile, { effort }));
    return { profile, plan, milliseconds, problems: checkPlan(career, profile, plan).length };
  });
}

function summarise(what: string, runs: readonly Run[], limit: number): object {
  const plans = runs.filter(({ plan }) => plan.status !== 'infeasible');
  const inTime = plans.filter(({ milliseconds }) => milliseconds <= limit);
  const gaps = plans.map(({ plan }) => computeWeeksGap(plan)).filter((gap) => gap !== null);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
  const seconds = `${limit / 1000} s`;
  return {
    what,
    profiles: runs.length,
    plans: plans.length,
    [`proved within ${seconds}`]: toShare(
      inTime.filter(({ plan }) => plan.status === 'optimal').length,
      plans.length,
    ),
    ...(gaps.length > 0
      ? {
          [`weeks proved within ${seconds}`]: toShare(
            inTime.filter(({ plan }) => computeWeeksGap(plan) === 0).length,
            plans.length,
          ),
          'mean gap': `${(mean * 100).toFixed(2)} %`,
        }
      : {}),
    ...describeTimes(runs.map(({ milliseconds }) => milliseconds)),
    'broken rules': runs.filter(({ problems }) => problems > 0).length,
  };
}

/** How far the weeks of a fastest plan may be from the best, as a share; null for other objectives. */
function computeWeeksGap({ profile, bound, totals }: PlanDocument): number | null {
  if (profile.preferences.optimiseFor !== 'fastest' || !bound) return null;
  return totals.weeks === 0 ? 0 : (totals.weeks - (bound[0] ?? 0)) / totals.weeks;
}

function listWorst(runs: readonly Run[]): object[] {
  return runs
    .map((run, index) => ({ run, index, gap: computeWeeksGap(run.plan) ?? 0 }))
    .sort((one, other) => other.gap - one.gap)
    .slice(0, WORST)
    .map(({ run, index, gap }) => ({
      what: `among the worst: profile ${index}, ${run.profile.role}`,
      hoursPerWeek: run.profile.preferences.hoursPerWeek,
      maxParallel: run.profile.preferences.maxParallel,
      weeks: run.plan.totals.weeks,
      bound: run.plan.bound?.[0],
      gap: `${(gap * 100).toFixed(1)} %`,
    }));
}

/** A plan without each of its steps in turn, at least cost in catalogues of 1,000 steps, and the memory after it. */
export async function measureAnswers(): Promise<object[]> {
  return [measureWithoutEach(), measureGrowth()];
}

function measureGrowth(): object {
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
  return {
    what: 'least cost, 1,000 steps and 40 skills',
    profiles: runs.length,
    proved: toShare(runs.filter(([least]) => least?.isProved).length, runs.length),
    megabytes: Math.round(process.memoryUsage().rss / 1e6),
    ...describeTimes(runs.map(([, milliseconds]) => milliseconds)),
  };
}

function measureWithoutEach(): object {
  const career = loadCareer();
  const steps: number[] = [];
  const times = listMeasuredProfiles().flatMap((profile) => {
    const plan = solvePlan(career, profile, { effort: 'quick' });
    if (plan.steps.length === 0) return [];
    steps.push(plan.steps.length);
    return [time(() => solveWithoutEach(career, profile, plan))[1]];
  });
  return {
    what: 'all counterfactuals of a plan',
    plans: steps.length,
    'most steps': Math.max(...steps),
    'within 2 s': toShare(times.filter((milliseconds) => milliseconds <= 2000).length, times.length),
    ...describeTimes(times),
  };
}

function solveWithoutEach(career: Career, profile: Profile, { steps }: PlanDocument): void {
  const { preferences } = profile;
  for (const { id } of steps) {
    const pinned = preferences.pinned.filter((other) => other !== id);
    const without = { ...preferences, pinned, excluded: [...preferences.excluded, id] };
    const seeds = [steps.flatMap((step) => (step.id === id ? [] : [step.id]))];
    solvePlan(career, { ...profile, preferences: without }, { effort: 'glance', seeds, isPlain: true });
  }
}

/** Plans a second through the workers, balanced, as `npm run plan -- --many` makes them; seconds on the wall. */
export async function measureMany(): Promise<object[]> {
  const career = loadCareer();
  const profiles = listMeasuredProfiles();
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
  const { user, system } = process.cpuUsage();
  await closePlanner();
  return [
    {
      what: 'many, balanced, on all cores',
      plans: profiles.length,
      seconds: Math.round(seconds),
      'plans a second': Math.round((10 * profiles.length) / seconds) / 10,
      'processor seconds of all threads': Math.round((user + system) / 1e6),
    },
  ];
}
