import { addDays, type Day } from '@/lib/domain/day';

/**
 * The day that many days from today where it is told in UTC, as it is for whoever signs up without script. Reckoned at
 * each call, since a run may pass midnight.
 */
export const dayIn = (days: number): Day => addDays(new Date().toISOString().slice(0, 10), days);
