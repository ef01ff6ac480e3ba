import { addDays, type Day } from '../../day';
import { computeFirstDay, type Month } from '../../month';

type Held = { id: string; post: string; since: Month; until: Month | null };

/** What is recorded when somebody has started in a post: the new one, and where those that they had until now end. */
export type PostStart = {
  added: { post: string; since: Month; until: null };
  ended: readonly (Held & { until: Month })[];
};

/**
 * The posts of somebody who has started in one: those held until now end with the month before, so that one month never
 * holds two, or with this one where they began in it.
 */
export function startPost(
  held: readonly Held[],
  { post, startedOn }: { post: string; startedOn: Day },
): PostStart {
  const since = startedOn.slice(0, 7);
  const before = addDays(computeFirstDay(since), -1).slice(0, 7);
  return {
    added: { post, since, until: null },
    ended: held
      .filter((one) => one.until === null || one.until >= since)
      .map((one) => ({ ...one, until: [one.since, before].sort().at(-1) ?? before })),
  };
}
