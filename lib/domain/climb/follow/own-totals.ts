import type { Career } from '../../career/career';
import { addDays } from '../../day';
import type { PlanDocument as FirstPlan } from '../../planner/document';
import type { PlanDocument, PlanStep, Stage } from '../document';
import { computeCurrency, computeMoneyPrice, computeStepPrice, type StepPrice } from '../model/price';

/**
 * A plan of either version with its days, stages and totals reckoned from its own steps, as a plan that comes in a file
 * needs: what such a file says of them may be anything. Of a plan that Rung made for the catalogue of today it changes
 * nothing.
 */
export function withOwnTotals(career: Career, plan: PlanDocument): PlanDocument;
export function withOwnTotals(career: Career, plan: PlanDocument | FirstPlan): PlanDocument | FirstPlan;
export function withOwnTotals(career: Career, plan: PlanDocument | FirstPlan): PlanDocument | FirstPlan {
  if (plan.version === 1) {
    const steps = withOwnDays(plan);
    return { ...plan, totals: { ...sumUp(career, plan, { steps, stages: [] }), hours: sum(steps) }, steps };
  }
  const steps = withOwnDays(plan);
  const stages = reckonStages(plan.stages, new Set(steps.map(({ id }) => id)));
  const hoursOf = (pool: PlanStep['pool']): number => sum(steps.filter((step) => step.pool === pool));
  return {
    ...plan,
    totals: {
      ...sumUp(career, plan, { steps, stages }),
      hours: hoursOf('own'),
      workHours: hoursOf('work'),
    },
    stages,
    steps,
  };
}

function withOwnDays<Step extends { startWeek: number; weeks: number }>({
  profile,
  steps,
}: {
  profile: { preferences: { start: string } };
  steps: readonly Step[];
}): Step[] {
  const { start } = profile.preferences;
  return steps.map((step) => ({
    ...step,
    start: addDays(start, 7 * step.startWeek),
    finish: addDays(start, 7 * (step.startWeek + step.weeks) - 1),
  }));
}

const sum = (steps: readonly { hours: number }[]): number => steps.reduce((all, { hours }) => all + hours, 0);

/** The totals that plans of both versions have, but for their hours. */
function sumUp(
  career: Career,
  plan: PlanDocument | FirstPlan,
  {
    steps,
    stages,
  }: {
    steps: readonly Pick<PlanStep, 'id' | 'startWeek' | 'weeks' | 'cost'>[];
    stages: readonly Stage[];
  },
) {
  const { preferences } = plan.profile;
  const currency = computeCurrency(preferences);
  const weeks = Math.max(0, ...[...steps, ...stages].map((part) => part.startWeek + part.weeks));
  const prices = steps.map((step) => computePrice({ career, plan, step, currency }));
  const ids = new Set(steps.map(({ id }) => id));
  const { cost, bestWeeks } = plan.totals;
  return {
    weeks,
    finish: weeks === 0 ? null : addDays(preferences.start, 7 * weeks - 1),
    cost: {
      amount: prices.reduce((all, { pence }) => all + pence, 0) / 100,
      currency,
      approximate: cost.approximate || prices.some(({ isConverted }) => isConverted),
      estimated: [...new Set(cost.estimated.filter((id) => ids.has(id)))],
    },
    steps: steps.length,
    bestWeeks: bestWeeks === null ? null : Math.min(bestWeeks, weeks),
  };
}

/** Each stage begins where the one before it ends, and lists steps of the plan alone, none of them twice. */
function reckonStages(stages: readonly Stage[], ids: ReadonlySet<string>): Stage[] {
  const listed = new Set<string>();
  let startWeek = 0;
  return stages.map((stage) => {
    const steps = stage.steps.filter((id) => ids.has(id) && !listed.has(id));
    for (const id of steps) listed.add(id);
    const reckoned = { ...stage, startWeek, steps: [...new Set(steps)] };
    startWeek += stage.weeks;
    return reckoned;
  });
}

/** A step of the catalogue that the plan was made for costs what it says, to the penny; any other what the plan says. */
function computePrice({
  career,
  plan,
  step,
  currency,
}: {
  career: Career;
  plan: Pick<PlanDocument, 'catalogue'>;
  step: Pick<PlanStep, 'id' | 'cost'>;
  currency: StepPrice['currency'];
}): StepPrice {
  const known = plan.catalogue === career.version ? career.stepById.get(step.id) : undefined;
  const { rates } = career;
  return known
    ? computeStepPrice({ step: known, currency, rates })
    : computeMoneyPrice({ money: step.cost, currency, rates });
}
