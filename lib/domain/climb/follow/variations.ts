import type { Career } from '../../career/career';
import type { StepKind } from '../../catalogue';
import type { PlanDocument } from '../document';
import type { Preferences } from '../profile';

/** One change of settings worth pricing, as a code with what it changes. */
export type Variation = {
  preferences: Preferences;
  holdings: readonly string[];
  leavePost: boolean;
} & (
  | { code: 'moreHours' | 'fewerHours'; hours: number }
  | { code: 'moreWorkHours' | 'noWorkHours' | 'moreAtOnce' | 'noBudget' | 'noDeadline' | 'noPlatform' }
  | { code: 'allowKind' | 'withoutKind'; kind: StepKind }
  | { code: 'allowStep'; step: string }
  | { code: 'leavePost' }
  | { code: 'withoutHolding'; holding: string }
);

/** Whether a change only allows more, so that the plan of the present settings stays one of those it allows. */
export function allowsMore({ code }: Variation): boolean {
  return !['fewerHours', 'noWorkHours', 'withoutKind', 'withoutHolding'].includes(code);
}

const MORE_HOURS = 5;
const MOST_HOURS = 80;
const MORE_WORK_HOURS = 4;
const MOST_WORK_HOURS = 40;
const MOST_PARALLEL = 10;
const MOST_STEPS = 5;

type Input = {
  /** The plan for the present settings: only what it holds can be left out of it. */
  plan: PlanDocument;
  preferences: Preferences;
  holdings: readonly string[];
  leavePost: boolean;
  /** Whether the person has a post. */
  isInWork: boolean;
};

/**
 * The changes a person would ask about: each limit lifted that they set, a few hours more and fewer a week, in their own time
 * and at work, and each kind of step left out or allowed again.
 */
export function listVariations(career: Career, input: Input): Variation[] {
  const { plan, preferences, holdings, leavePost, isInWork } = input;
  const { hoursPerWeek, workHoursPerWeek, maxParallel, budget, deadline, platform } = preferences;
  const { excluded, excludedKinds } = preferences;
  const change = (changed: Partial<Preferences>) => ({
    preferences: { ...preferences, ...changed },
    holdings,
    leavePost,
  });
  const all: (Variation | null)[] = [
    hoursPerWeek + MORE_HOURS <= MOST_HOURS
      ? { code: 'moreHours', hours: MORE_HOURS, ...change({ hoursPerWeek: hoursPerWeek + MORE_HOURS }) }
      : null,
    hoursPerWeek > MORE_HOURS
      ? { code: 'fewerHours', hours: MORE_HOURS, ...change({ hoursPerWeek: hoursPerWeek - MORE_HOURS }) }
      : null,
    workHoursPerWeek + MORE_WORK_HOURS <= MOST_WORK_HOURS && plan.totals.workHours > 0
      ? {
          code: 'moreWorkHours',
          ...change({ workHoursPerWeek: workHoursPerWeek + MORE_WORK_HOURS }),
        }
      : null,
    plan.totals.workHours > 0 ? { code: 'noWorkHours', ...change({ workHoursPerWeek: 0 }) } : null,
    maxParallel < MOST_PARALLEL ? { code: 'moreAtOnce', ...change({ maxParallel: maxParallel + 1 }) } : null,
    budget ? { code: 'noBudget', ...change({ budget: null }) } : null,
    deadline ? { code: 'noDeadline', ...change({ deadline: null }) } : null,
    platform ? { code: 'noPlatform', ...change({ platform: null }) } : null,
    isInWork && !leavePost ? { code: 'leavePost', ...change({}), leavePost: true } : null,
    ...excludedKinds.map(
      (kind): Variation => ({
        code: 'allowKind',
        kind,
        ...change({ excludedKinds: excludedKinds.filter((other) => other !== kind) }),
      }),
    ),
    ...excluded.slice(0, MOST_STEPS).map(
      (step): Variation => ({
        code: 'allowStep',
        step,
        ...change({ excluded: excluded.filter((other) => other !== step) }),
      }),
    ),
    ...(['degree', 'certification'] as const).map((kind): Variation | null =>
      plan.steps.some((step) => step.kind === kind)
        ? { code: 'withoutKind', kind, ...change({ excludedKinds: [...excludedKinds, kind] }) }
        : null,
    ),
    ...holdings.map((holding): Variation | null =>
      career.holdingById.has(holding)
        ? {
            code: 'withoutHolding',
            holding,
            ...change({}),
            holdings: holdings.filter((other) => other !== holding),
          }
        : null,
    ),
  ];
  return all.filter((one) => one !== null);
}
