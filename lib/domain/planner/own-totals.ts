import type { Career } from '../catalogue';
import { addDays } from '../day';
import type { PlanDocument, PlanStep } from './document';
import { computeCurrency, computeMoneyPrice, computeStepPrice, type StepPrice } from './price';

/**
 * A plan with its days and totals reckoned from its own steps, as a plan that comes in a file needs: what such a file says
 * of them may be anything. Of a plan that Rung made for the catalogue of today it changes nothing.
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
  const weeks = Math.max(0, ...steps.map((step) => step.startWeek + step.weeks));
  const ids = new Set(steps.map(({ id }) => id));
  const prices = steps.map((step) => computePrice({ career, plan, step, currency }));
  const { cost, bestWeeks } = plan.totals;
  return {
    ...plan,
    totals: {
      weeks,
      finish: weeks === 0 ? null : addDays(start, 7 * weeks - 1),
      hours: steps.reduce((sum, { hours }) => sum + hours, 0),
      cost: {
        amount: prices.reduce((sum, { pence }) => sum + pence, 0) / 100,
        currency,
        approximate: cost.approximate || prices.some(({ isConverted }) => isConverted),
        estimated: [...new Set(cost.estimated.filter((id) => ids.has(id)))],
      },
      steps: steps.length,
      bestWeeks: bestWeeks === null ? null : Math.min(bestWeeks, weeks),
    },
    steps,
  };
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
