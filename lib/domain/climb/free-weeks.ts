import type { Timeline } from './timeline';

/** Weeks without anything to do in one's own time, the last included; `post` teaches what comes next by then. */
export type FreeWeeks = { from: number; to: number; post: string | null };

/** From so many weeks on somebody would ask why. */
const LEAST = 6;

/**
 * The long runs of weeks in which a plan holds nothing for one's own time: those that a post ends by what it teaches,
 * and the last one, in which only time in the post or steps at work are left. Weeks off count as they come.
 */
export function listFreeWeeks({ stages, steps, bringers }: Timeline): FreeWeeks[] {
  const last = stages.at(-1);
  const end = last ? last.startWeek + last.weeks : 0;
  const busy = new Uint8Array(end);
  for (const { source, start, weeks } of steps)
    if (!source.atWork) busy.fill(1, start, Math.min(end, start + weeks));
  const taught = new Map<number, string>();
  for (const { week, post } of bringers.values()) if (post !== null) taught.set(week, post);
  const found: FreeWeeks[] = [];
  let from = 0;
  for (let week = 0; week <= end; week += 1) {
    if (week < end && busy[week] === 0) continue;
    const post = week < end ? (taught.get(week) ?? null) : null;
    if (week - from >= LEAST && (post !== null || week === end)) found.push({ from, to: week - 1, post });
    from = week + 1;
  }
  return found;
}
