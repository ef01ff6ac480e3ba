import type { Career } from '@/lib/domain/career/career';
import { findFactAge } from '@/lib/domain/career/facts';
import type { Step } from '@/lib/domain/career/schema';
import type { Price } from '@/lib/domain/career/schema-parts';
import type { Evidence } from '@/lib/domain/career/step-schema';
import { computeStepPrice } from '@/lib/domain/climb/model/price';
import { DEFAULT_LOCALE } from '@/lib/domain/locale';
import { formatCount, formatMoney, formatNumber } from '@/lib/wording/format';

const PER: Readonly<Record<Price['per'], string>> = { total: '', year: ' a year', month: ' a month' };
const KNOWN: Readonly<Record<Evidence['known'], string>> = {
  official: 'From the provider or a public body',
  independent: 'From others, not the provider',
  estimate: 'Our estimate',
};
const MONTHS_PER_YEAR = 12;

const seenFormat = new Intl.DateTimeFormat(DEFAULT_LOCALE, {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The month in which a fact was seen, or the year where no more is known. */
function formatSeen(date: string): string {
  const [year = '', month] = date.split('-');
  return month ? seenFormat.format(new Date(`${year}-${month}-01T00:00:00Z`)) : year;
}

/**
 * How a fact is known and when it was seen, in a sentence; null where nothing is said of it. What is older than 18 months
 * in `month` (`2026-11`) may have changed, and what bears no date too.
 */
export function describeEvidence(evidence: Evidence | null, month: string): string | null {
  if (!evidence) return null;
  if (evidence.known === 'estimate') return `${KNOWN.estimate}.`;
  const seen = evidence.seen ? `seen ${formatSeen(evidence.seen)}` : 'on a day not recorded';
  const isCurrent = findFactAge(evidence, month) === 'current';
  return `${KNOWN[evidence.known]}, ${seen}${isCurrent ? '' : ': it may have changed'}.`;
}

const formatPrice = (price: Price) =>
  price.amount === 0 ? 'Free' : `${formatMoney(price)}${PER[price.per]}`;

/** What a step costs in a few words, for a line in a list. */
export function describePriceShortly(step: Step): string {
  if (step.cost) return formatPrice(step.cost);
  const estimate = step.planning.cost;
  if (estimate) return estimate.amount === 0 ? 'Free (estimate)' : `about ${formatPrice(estimate)}`;
  return 'No fee';
}

/** What a step costs in full: the confirmed price, or that there is none and what the planner counts instead. */
export function describePrice(step: Step): string {
  if (step.cost) return formatPrice(step.cost);
  const estimate = step.planning.cost;
  if (!estimate) return 'No confirmed price. Nobody charges for it as such, so a plan counts nothing.';
  return estimate.amount === 0
    ? 'No confirmed price. A plan counts it as free, which is our estimate.'
    : `No confirmed price. A plan counts ${formatPrice(estimate)}, which is our estimate.`;
}

/** What a price by the year or the month adds up to over the step's planned weeks; null for one that is a total. */
export function describeTotalPrice(career: Career, step: Step): string | null {
  const price = step.cost ?? step.planning.cost;
  if (!price || price.per === 'total' || !step.planning.weeks) return null;
  const { amount } = computeStepPrice({ step, currency: price.currency, rates: career.rates });
  return `${formatMoney({ amount, currency: price.currency })} over the ${formatCount(step.planning.weeks, 'week')} planned for it`;
}

type Range = Step['effortRange'];

function describeRange(range: Range, unit: string): string {
  if (!range) return '';
  if (range.high === null) return `, at least ${formatCount(range.low, unit)} published`;
  return `, published as ${formatNumber(range.low)} to ${formatCount(range.high, unit)}`;
}

/** The hours of work and whose figure it is. */
export function describeHours(step: Step): string {
  if (step.effortHours !== null)
    return `${formatCount(step.effortHours, 'hour')}${describeRange(step.effortRange, 'hour')}`;
  if (step.planning.hours !== null)
    return `No confirmed figure. A plan counts ${formatCount(step.planning.hours, 'hour')}, which is our estimate.`;
  return 'Not known.';
}

/** The least time a step takes and whose figure it is. */
export function describeWeeks(step: Step): string {
  if (step.durationWeeks !== null)
    return `${formatCount(step.durationWeeks, 'week')}${describeRange(step.durationRange, 'week')}`;
  const published = step.durationRange
    ? `Published as ${formatNumber(step.durationRange.low)} to ${formatCount(step.durationRange.high ?? step.durationRange.low, 'week')}. `
    : '';
  if (step.planning.weeks !== null)
    return `${published || 'No confirmed figure. '}A plan counts at least ${formatCount(step.planning.weeks, 'week')}, which is our estimate.`;
  return 'As fast as your hours allow.';
}

/** What a line in a list says about time: hours, or weeks for what takes the whole working time. */
export function describeTimeShortly(step: Step): string {
  const { hours, weeks, basis } = step.planning;
  const about = basis === 'editorial' ? 'about ' : '';
  if (weeks && (step.fullTime || !hours)) return `${about}${formatCount(weeks, 'week')}`;
  return hours ? `${about}${formatCount(hours, 'hour')}` : 'Time not known';
}

/** How long an award lasts; null where the question makes no sense. */
export function describeValidity(step: Step): string | null {
  if (step.validityMonths !== null) {
    const years = step.validityMonths / MONTHS_PER_YEAR;
    const length = Number.isInteger(years)
      ? formatCount(years, 'year')
      : formatCount(step.validityMonths, 'month');
    return `${length}, then it must be renewed.`;
  }
  if (step.expires === false) return 'It does not expire.';
  if (step.expires) return 'It expires; for how long it lasts is not confirmed.';
  return step.kind === 'certification' ? 'Not confirmed whether or when it expires.' : null;
}
