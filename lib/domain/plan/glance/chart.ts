import type { StepKind } from '@/lib/domain/catalogue';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { addDays, computeDaysBetween, type Day } from '@/lib/domain/day';
import type { PlanRow } from './row';

const DAYS_PER_WEEK = 7;

/** A step as a bar, in weeks from the plan's start. */
export type ChartBar = {
  id: string;
  order: number;
  title: string;
  kind: StepKind;
  isAtWork: boolean;
  isOver: boolean;
  startWeek: number;
  weeks: number;
};

/** A plan in time: rows of bars that do not overlap; everything else as a share of the whole, from 0 to 1. */
export type Chart = {
  weeks: number;
  lanes: ChartBar[][];
  months: { day: Day; position: number }[];
  /** Where stages after the first begin, with the post that begins there. */
  stages: { post: string | null; position: number }[];
  /** Today; null outside the plan. */
  today: number | null;
};

/** Lays a plan out in rows. Each step takes the first row that is free, so the same plan gives the same rows. */
export function buildChart(
  plan: Pick<Followed, 'stages' | 'totals' | 'start'>,
  { rows, today }: { rows: readonly PlanRow[]; today: Day },
): Chart {
  const { start } = plan;
  const ends = [plan.totals.weeks, ...rows.map(({ step }) => step.startWeek + step.weeks)];
  const weeks = Math.max(1, ...ends);
  const lanes: ChartBar[][] = [];
  for (const { step, order, status } of rows) {
    const { id, title, kind, startWeek } = step;
    const bar = {
      ...{ id, order, title, kind, startWeek, weeks: step.weeks },
      isAtWork: step.pool === 'work',
      isOver: status === 'done' || status === 'dropped',
    };
    const free = lanes.find((lane) => lane.every((other) => other.startWeek + other.weeks <= startWeek));
    if (free) free.push(bar);
    else lanes.push([bar]);
  }
  const locate = (day: Day) => computeDaysBetween({ from: start, to: day }) / (weeks * DAYS_PER_WEEK);
  const now = locate(today);
  return {
    weeks,
    lanes,
    months: listMonths({ start, end: addDays(start, weeks * DAYS_PER_WEEK) }).map((day) => ({
      day,
      position: locate(day),
    })),
    stages: plan.stages
      .slice(1)
      .map(({ post, startWeek }) => ({ post, position: Math.min(1, startWeek / weeks) })),
    today: now >= 0 && now <= 1 ? now : null,
  };
}

function listMonths({ start, end }: { start: Day; end: Day }): Day[] {
  const months: Day[] = [];
  for (let day = firstOfNextMonth(start); day < end; day = firstOfNextMonth(day)) months.push(day);
  return months;
}

function firstOfNextMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
