import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument, Stage } from '@/lib/domain/climb/document';
import type { Objective } from '@/lib/domain/climb/profile';
import { OBJECTIVES } from '@/lib/domain/lists';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { describeTimes, round, toShare } from '../timing';
import { findFirstAnswer } from './first-answers';
import { measurePart } from './part';
import { listMeasuredPeople } from './people-measured';

const MOST_EXAMPLES = 10;
const EFFORT = 'glance';
/** For each objective; what is not done by then is said to be left out. */
const MOST_MINUTES = 4;

type Run = { number: number; plan: PlanDocument; milliseconds: number; problems: readonly string[] };

/** Every person's plan under every objective at the effort of a page's first answer: how long, what is proved, which rules are broken. */
export async function measureClimbs(): Promise<object[]> {
  const runs = OBJECTIVES.map((objective) => ({ objective, runs: measureRuns(objective) }));
  const all = runs.flatMap(({ runs: own }) => own);
  const asked = OBJECTIVES.length * listMeasuredPeople().length;
  const broken = all.filter(({ problems }) => problems.length > 0).length;
  return [
    {
      measure: 'plans under five objectives, checked by every rule and for sense: with a breach',
      bar: 'none',
      isMet: broken === 0 && all.length === asked,
      'documents checked': all.length,
      'left out': asked - all.length,
      'without a plan': all.filter(({ plan }) => plan.status === 'infeasible').length,
      'with a breach': broken,
    },
    compareWeeks(runs),
    ...runs.map(({ objective, runs: own }) => summarise(objective, own)),
    ...listBroken(all),
  ];
}

/** Whether the least weeks of the first stage are the same under every objective, where its way is. */
function compareWeeks(runs: readonly { runs: readonly Run[] }[]): object {
  const [first] = runs;
  const alike = (first?.runs ?? []).map((_, number) => {
    const plans = runs.flatMap(({ runs: own }) => own[number]?.plan ?? []);
    const weeksByWay = new Map<string, Set<number | null | undefined>>();
    for (const { stages } of plans) {
      const way = stages.map(({ post, until }) => `${post}>${until}`).join();
      weeksByWay.set(way, (weeksByWay.get(way) ?? new Set()).add(stages[0]?.bestWeeks));
    }
    return [...weeksByWay.values()].every(({ size }) => size === 1);
  });
  const differing = alike.filter((isAlike) => !isAlike).length;
  return {
    measure: 'least weeks W of a first stage that differ between objectives',
    bar: 'none',
    isMet: differing === 0,
    people: alike.length,
    differing,
  };
}

function measureRuns(objective: Objective): Run[] {
  const career = loadCareer();
  return measurePart(`plans, ${objective}`, listMeasuredPeople(), {
    minutes: MOST_MINUTES,
    measure: (base, number) => {
      const profile = { ...base, preferences: { ...base.preferences, optimiseFor: objective } };
      const { plan, milliseconds } = findFirstAnswer(profile);
      return { number, plan, milliseconds, problems: checkClimb(career, profile, plan) };
    },
  }).rows;
}

function summarise(objective: Objective, runs: readonly Run[]): object {
  const plans = runs.filter(({ plan }) => plan.status !== 'infeasible');
  const stages = plans.flatMap(({ plan }) => plan.stages);
  const first = plans.flatMap(({ plan }) => plan.stages.slice(0, 1));
  const isProved = ({ status }: { status: string }): boolean => status === 'optimal';
  return {
    what: `${objective}, ${EFFORT}`,
    people: runs.length,
    plans: plans.length,
    'plans proved': toShare(plans.filter(({ plan }) => isProved(plan)).length, plans.length),
    'first stages proved': toShare(first.filter(isProved).length, first.length),
    'stages proved': toShare(stages.filter(isProved).length, stages.length),
    ...describeWeeks(objective, first),
    ...describeTimes(runs.map(({ milliseconds }) => milliseconds)),
    'without a broken rule': toShare(
      runs.filter(({ problems }) => problems.length === 0).length,
      runs.length,
    ),
  };
}

/** How far the weeks of first stages are above their bound, where weeks are what is compared first. */
function describeWeeks(objective: Objective, stages: readonly Stage[]): object {
  if (objective !== 'fastest') return {};
  const gaps = stages.map(({ bound, weeks }) => 1 - (bound?.[0] ?? 0) / Math.max(1, weeks));
  const atBound = stages.filter(({ bound, weeks }) => bound?.[0] === weeks).length;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gaps.length);
  return { 'weeks at their bound': toShare(atBound, stages.length), 'mean gap': `${round(100 * mean)} %` };
}

/** The kinds of broken rules, the commonest first, each with those who show it and an example. */
function listBroken(runs: readonly Run[]): object[] {
  const kinds = new Map<string, { times: number; numbers: Set<number>; example: string }>();
  for (const { number, plan, problems } of runs)
    for (const problem of problems) {
      const kind = nameKind(problem);
      const known = kinds.get(kind);
      const example = `number ${number}, ${plan.profile.preferences.optimiseFor}: ${problem}`;
      const numbers = (known?.numbers ?? new Set()).add(number);
      kinds.set(kind, { times: (known?.times ?? 0) + 1, numbers, example: known?.example ?? example });
    }
  return [...kinds.entries()]
    .sort(([, one], [, other]) => other.times - one.times)
    .slice(0, MOST_EXAMPLES)
    .map(([what, { times, numbers, example }]) => ({
      what: `broken: ${what}`,
      times,
      'by person': [...numbers].join(' '),
      example,
    }));
}

/** A problem without the ids and figures that make it one person's. */
function nameKind(problem: string): string {
  return problem
    .replace(/^(stage from|ways: by) [^:]*:( to [^:]*:)?/, '$1 …:')
    .replace(/\b[a-z0-9]+(-[a-z0-9]+)+\b/g, '…')
    .replace(/\d+(\.\d+)?/g, 'n')
    .slice(0, 60);
}
