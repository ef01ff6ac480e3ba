import type { Career } from './catalogue';
import { describeMoney } from './money';
import { isOwnStep } from './own-step';
import type { PlanStep } from './planner/document';
import { computeCurrency, computeStepPrice } from './planner/price';
import type { Preferences } from './planner/profile';
import { LOCALE_BY_REGION } from './region';

/** Sentences on what a newer catalogue says of a planned step: gone, retired, or with another price or length. */
export function describeCatalogueChanges({
  career,
  step,
  preferences,
}: {
  career: Career;
  step: PlanStep;
  preferences: Preferences;
}): string[] {
  const source = career.stepById.get(step.id);
  if (!source) return ['The catalogue no longer lists this step; it stays in your plan as it was.'];
  const now = isOwnStep(step.id) ? 'You now give' : 'The catalogue now gives';
  const sentences: string[] = [];
  if (source.status === 'retired' && isOwnStep(step.id))
    sentences.push('You took this step of your own out of planning; it stays in this plan.');
  else if (source.status === 'retired')
    sentences.push(
      `The catalogue has retired this step; it stays in your plan.${source.statusNote ? ` ${source.statusNote}` : ''}`,
    );
  const currency = computeCurrency(preferences);
  const { amount, currency: paidIn } = computeStepPrice({ step: source, currency, rates: career.rates });
  const locale = LOCALE_BY_REGION[preferences.region];
  const isFree = amount === 0 && step.cost.amount === 0;
  if (!isFree && (amount !== step.cost.amount || paidIn !== step.cost.currency))
    sentences.push(
      `${now} ${describeMoney({ amount, currency: paidIn }, locale)} as its price; your plan counts ${describeMoney(step.cost, locale)}.`,
    );
  const hours = career.traits.occupation.includes(step.id) ? 0 : (source.planning.hours ?? 0);
  if (hours !== step.hours) sentences.push(`${now} it ${hours} hours; your plan counts ${step.hours}.`);
  return sentences;
}
