import { z } from 'zod';
import type { HeldPost } from './climb/profile';
import { computeDaysBetween, type Day, daySchema } from './day';
import { instantSchema } from './instant';
import { idSchema } from './limits';
import { computeFirstDay, computeLastDay, type Month, monthSchema } from './month';

/** Posts, and things held, that one person may have. */
export const MOST_HELD_POSTS = 50;
export const MOST_HOLDINGS = 50;
const WEEK_DAYS = 7;
/** The planner counts no further. */
export const MOST_WEEKS_IN_POST = 3000;

/** A post of the catalogue, held from one month to another, both included; without an end it is held now. */
export const heldPostFactsSchema = z.object({
  id: idSchema,
  career: idSchema,
  post: idSchema,
  since: monthSchema,
  until: monthSchema.nullable(),
  changedAt: instantSchema,
});
export type HeldPostFacts = z.infer<typeof heldPostFactsSchema>;

/** Something of the catalogue's holdings, by its id there; it counts to the day on which it expires. */
export const holdingFactsSchema = z.object({
  id: idSchema,
  career: idSchema,
  since: monthSchema.nullable(),
  expiresOn: daySchema.nullable(),
  changedAt: instantSchema,
});
export type HoldingFacts = z.infer<typeof holdingFactsSchema>;

/** Whole weeks from the first day of a month to the last of another, or to today where it goes on or lies ahead. */
export function computeWeeksHeld({
  since,
  until,
  today,
}: {
  since: Month;
  until: Month | null;
  today: Day;
}): number {
  const last = until === null ? today : computeLastDay(until);
  const days = computeDaysBetween({ from: computeFirstDay(since), to: last < today ? last : today });
  return Math.min(MOST_WEEKS_IN_POST, Math.max(0, Math.floor((days + 1) / WEEK_DAYS)));
}

/** The posts as the planner reads them; what begins after today is not held yet. */
export function toHeldPosts(
  posts: readonly Pick<HeldPostFacts, 'post' | 'since' | 'until'>[],
  today: Day,
): HeldPost[] {
  return posts
    .filter(({ since }) => computeFirstDay(since) <= today)
    .map(({ post, since, until }) => ({
      post,
      weeks: computeWeeksHeld({ since, until, today }),
      current: until === null || computeLastDay(until) >= today,
    }));
}

/** The ids of what is held on a day: what has expired is not. */
export function listHeld(holdings: readonly Pick<HoldingFacts, 'id' | 'expiresOn'>[], today: Day): string[] {
  return holdings.filter(({ expiresOn }) => expiresOn === null || expiresOn >= today).map(({ id }) => id);
}
