import { z } from 'zod';
import { BOUNDED_YEARS, YEARS } from './day';

/** An instant in UTC as ISO 8601 text. */
export const instantSchema = z.iso
  .datetime({ error: 'Give a time in UTC, for example 2027-03-01T09:30:00Z.', abort: true })
  .max(40)
  .regex(BOUNDED_YEARS, { error: `Give a time from ${YEARS}.` });

/** How far a clock may be ahead of this server's, or have been. What is dated later counts from its day. */
const CLOCK_SLACK_MS = 24 * 60 * 60 * 1000;

/** The last instant that counts already. */
export function computeLastCounted(now: Date): string {
  return new Date(now.getTime() + CLOCK_SLACK_MS).toISOString();
}

/** The instant of what is saved now: after the newest of its kind, also where that was saved by a clock that ran ahead. */
export function computeNextInstant({ now, newest }: { now: Date; newest: string | null }): string {
  const after = newest !== null && newest <= computeLastCounted(now) ? Date.parse(newest) + 1 : 0;
  return new Date(Math.max(now.getTime(), after)).toISOString();
}
