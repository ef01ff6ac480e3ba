import type { Currency } from './catalogue';

const SIGNS: Record<Currency, string> = { GBP: '£', USD: '$', EUR: '€' };

/** An amount for a reader: sign, thousands by commas, pence only when there are some. `$` means US dollars here. */
export function formatMoney({ amount, currency }: { amount: number; currency: Currency }): string {
  const [whole = '0', pence = '00'] = amount.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${SIGNS[currency]}${grouped}${pence === '00' ? '' : `.${pence}`}`;
}
