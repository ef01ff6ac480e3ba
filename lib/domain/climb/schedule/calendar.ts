import { addDays, type Day } from '../../day';

/** A week that never comes. */
export const NEVER = 1_000_000_000;
/** Weeks of which it is known whether they are off; a plan may be longer, and then has no more weeks off. */
const MOST_WEEKS = 8000;

/** Which weeks have hours: a week that lies wholly in a range of days off has none. */
export class Calendar {
  readonly hasWeeksOff: boolean;
  private readonly isOffWeek: Uint8Array;
  /** Weeks with hours before each week. */
  private readonly before: Int32Array;
  /** The n-th week with hours. */
  private readonly nth: Int32Array;

  constructor(start: Day, weeksOff: readonly { from: Day; to: Day }[]) {
    const last = this.findLast(start, weeksOff);
    this.hasWeeksOff = last > 0;
    this.isOffWeek = new Uint8Array(last);
    for (let week = 0; week < last; week += 1) {
      const [from, to] = [addDays(start, week * 7), addDays(start, week * 7 + 6)];
      if (isCovered(from, to, weeksOff)) this.isOffWeek[week] = 1;
    }
    this.before = new Int32Array(last + 1);
    const on: number[] = [];
    for (let week = 0; week < last; week += 1) {
      if (this.isOffWeek[week] === 0) on.push(week);
      this.before[week + 1] = on.length;
    }
    this.nth = Int32Array.from(on);
  }

  private findLast(start: Day, weeksOff: readonly { to: Day }[]): number {
    const latest = weeksOff
      .map(({ to }) => to)
      .sort()
      .at(-1);
    if (latest === undefined || latest < start) return 0;
    let week = 0;
    while (week < MOST_WEEKS && addDays(start, week * 7) <= latest) week += 1;
    return week;
  }

  isOff(week: number): boolean {
    return week < this.isOffWeek.length && this.isOffWeek[week] === 1;
  }

  /** Weeks until weeks with hours turn into weeks without, or back. */
  computeRun(week: number): number {
    if (week >= this.isOffWeek.length) return NEVER;
    const now = this.isOffWeek[week];
    let end = week + 1;
    while (end < this.isOffWeek.length && this.isOffWeek[end] === now) end += 1;
    return end >= this.isOffWeek.length && now === 0 ? NEVER : end - week;
  }

  /** Weeks with hours from one week up to another, that one not included. */
  countWorking(from: number, to: number): number {
    if (to <= from) return 0;
    return this.countBefore(to) - this.countBefore(from);
  }

  private countBefore(week: number): number {
    const length = this.isOffWeek.length;
    if (week <= length) return this.before[week] ?? 0;
    return (this.before[length] ?? 0) + week - length;
  }

  /** The week after which so many weeks with hours have passed since `start`. */
  afterWorking(start: number, count: number): number {
    if (!this.hasWeeksOff || count === 0) return start + count;
    return this.findWorking(this.countBefore(start) + count - 1) + 1;
  }

  /** The last week from which so many weeks with hours pass before `end`; before every week where there are not so many. */
  beforeWorking(end: number, count: number): number {
    if (!this.hasWeeksOff || count === 0) return end - count;
    const place = this.countBefore(end) - count;
    return place < 0 ? place : this.findWorking(place);
  }

  /** The week with hours before which there are so many of them. */
  private findWorking(place: number): number {
    if (place < this.nth.length) return this.nth[place] ?? 0;
    return this.isOffWeek.length + place - this.nth.length;
  }
}

/** Whether ranges of days cover all days from one to another. */
function isCovered(from: Day, to: Day, ranges: readonly { from: Day; to: Day }[]): boolean {
  let day = from;
  while (day <= to) {
    const range = ranges.find((one) => one.from <= day && day <= one.to);
    if (!range) return false;
    day = addDays(range.to, 1);
  }
  return true;
}
