import { computeDayInZone } from '@/lib/domain/day';
import { formatDay, formatInstant } from '@/lib/wording/format';

const HOUR_MS = 3_600_000;
/** A day on which clocks are put back, and an hour more. */
const LONGEST_DAY_MS = 26 * HOUR_MS;

/**
 * Names each instant by its day in a time zone, with as much of the time as tells it from the others of that day. Only
 * of instants as near to one another as one day is long are the days worked out: of weekly ones that is none, and a
 * history of ten years took a sixteenth of its page's time for them.
 */
export function nameMoments({
  instants,
  timeZone,
}: {
  /** ISO 8601, in UTC. */
  instants: readonly string[];
  timeZone: string;
}): (instant: string) => string {
  const dayOf = (instant: string) => computeDayInZone({ instant: new Date(instant), timeZone });
  const [days, minutes] = [new Map<string, number>(), new Map<string, number>()];
  for (const instant of listNear(instants)) {
    count(days, dayOf(instant));
    count(minutes, minuteOf(instant));
  }
  return (instant) => {
    const day = dayOf(instant);
    if ((days.get(day) ?? 0) < 2) return formatDay(day);
    return formatInstant({ instant, timeZone, hasSeconds: (minutes.get(minuteOf(instant)) ?? 0) > 1 });
  };
}

/** Those that another may share a day with, each once. */
function listNear(instants: readonly string[]): string[] {
  const ordered = [...new Set(instants)]
    .map((instant) => ({ instant, at: Date.parse(instant) }))
    .sort((a, b) => a.at - b.at);
  const isNear = (one: number, other: number | undefined) =>
    other !== undefined && Math.abs(one - other) < LONGEST_DAY_MS;
  return ordered
    .filter(({ at }, index) => isNear(at, ordered[index - 1]?.at) || isNear(at, ordered[index + 1]?.at))
    .map(({ instant }) => instant);
}

const minuteOf = (instant: string) => instant.slice(0, 16);

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
