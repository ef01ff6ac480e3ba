import type { FreshLook } from '@/lib/domain/proof/freshness';
import { formatCount } from './format';

const DAYS_A_MONTH = 30.4;

/** Why one skill is worth rating first. */
export function describeFreshLook({ name, days, hours }: FreshLook & { name: string }): string {
  const age = formatCount(Math.floor(days / DAYS_A_MONTH), 'month');
  const rests = hours > 0 ? `, and your plan gives it ${formatCount(hours, 'hour')}` : '';
  return `${name} first: nothing new on it for ${age}${rests}.`;
}
