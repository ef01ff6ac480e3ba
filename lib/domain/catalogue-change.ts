import type { Career } from './career/career';
import type { FollowedStep } from './climb/follow/followed';
import { computeStepPrice } from './climb/model/price';
import type { Locale } from './locale';
import { describeMoney } from './money';
import { isOwnStep } from './own-step';

/**
 * Sentences on what the catalogue says by now of a step that was planned with another version of it: gone, retired, or with
 * another price or length. `locale` is that of the reader.
 */
export function describeCatalogueChanges({
  career,
  step,
  locale,
}: {
  career: Career;
  step: FollowedStep;
  locale: Locale;
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
  const { currency, rates } = { currency: step.cost.currency, rates: career.rates };
  const { amount, currency: paidIn } = computeStepPrice({ step: source, currency, rates });
  const isFree = amount === 0 && step.cost.amount === 0;
  if (!isFree && (amount !== step.cost.amount || paidIn !== step.cost.currency))
    sentences.push(
      `${now} ${describeMoney({ amount, currency: paidIn }, locale)} as its price; your plan counts ${describeMoney(step.cost, locale)}.`,
    );
  const hours = source.fullTime ? 0 : (source.planning.hours ?? 0);
  if (hours !== step.hours) sentences.push(`${now} it ${hours} hours; your plan counts ${step.hours}.`);
  return sentences;
}
