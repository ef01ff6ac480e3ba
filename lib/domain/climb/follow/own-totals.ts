import type { Career } from '../../career/career';
import { addDays } from '../../day';
import type { PlanDocument, PlanStep, Stage } from '../document';
import { computeCurrency, computeMoneyPrice, computeStepPrice, type StepPrice } from '../model/price';

/**
 * A plan of stages with its days, stages and totals reckoned from its own steps, as a plan that comes in a file needs:
 * what such a file says of them may be anything. Of a plan that Rung made for the catalogue of today it changes nothing.
 */
export function withOwnTotals(career: Career, plan: PlanDocument): PlanDocument {
  const { preferences } = plan.profile;
  const { start } = preferences;
  const currency = computeCurrency(preferences);
  const steps = plan.steps.map((step) => ({
    ...step,
    start: addDays(start, 7 * step.startWeek),
    finish: addDays(start, 7 * (step.startWeek + step.weeks) - 1),
  }));
  const ids = new Set(steps.map(({ id }) => id));
  const stages = reckonStages(plan.stages, ids);
  const weeks = Math.max(
    0,
    ...steps.map((step) => step.startWeek + step.weeks),
    ...stages.map((stage) => stage.startWeek + stage.weeks),
  );
  const prices = steps.map((step) => computePrice({ career, plan, step, currency }));
  const { cost, bestWeeks } = plan.totals;
  const sumHours = (pool: PlanStep['pool']): number =>
    steps.reduce((sum, step) => (step.pool === pool ? sum + step.hours : sum), 0);
  return {
    ...plan,
    totals: {
      weeks,
      finish: weeks === 0 ? null : addDays(start, 7 * weeks - 1),
      hours: sumHours('own'),
      workHours: sumHours('work'),
      cost: {
        amount: prices.reduce((sum, { pence }) => sum + pence, 0) / 100,
        currency,
        approximate: cost.approximate || prices.some(({ isConverted }) => isConverted),
        estimated: [...new Set(cost.estimated.filter((id) => ids.has(id)))],
      },
      steps: steps.length,
      bestWeeks: bestWeeks === null ? null : Math.min(bestWeeks, weeks),
    },
    stages,
    steps,
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
  plan: PlanDocument;
  step: PlanStep;
  currency: StepPrice['currency'];
}): StepPrice {
  const known = plan.catalogue === career.version ? career.stepById.get(step.id) : undefined;
  const { rates } = career;
  return known
    ? computeStepPrice({ step: known, currency, rates })
    : computeMoneyPrice({ money: step.cost, currency, rates });
}
