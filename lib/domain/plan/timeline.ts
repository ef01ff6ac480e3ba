import type { Career, StepKind } from '@/lib/domain/catalogue';
import { addDays, computeDaysBetween, type Day } from '@/lib/domain/day';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { orderPlanSteps } from './sections';

/** A step as a bar: weeks count from the plan's start, `order` is its place in order of time, from 1. */
export type TimelineBar = {
  id: string;
  order: number;
  title: string;
  kind: StepKind;
  startWeek: number;
  weeks: number;
};

/** One row of bars that do not overlap. */
export type TimelineLane = { label: string; bars: TimelineBar[] };

export type Timeline = {
  weeks: number;
  lanes: TimelineLane[];
  /** First days of months, with where they stand as a share of the whole from 0 to 1. */
  months: { day: Day; position: number }[];
};

const DAYS_PER_WEEK = 7;

/**
 * Lays a plan out in rows: one for the main occupation, then as many for study as steps run at once. Each
 * step takes the first row that is free, so the same plan gives the same rows.
 */
export function buildTimeline(career: Career, plan: PlanDocument): Timeline {
  const occupations = new Set(career.traits.occupation);
  const occupation: TimelineLane = { label: 'Main occupation', bars: [] };
  const study: TimelineLane[] = [];
  orderPlanSteps(plan).forEach((step, index) => {
    const { id, title, kind, startWeek, weeks } = step;
    const bar = { id, order: index + 1, title, kind, startWeek, weeks };
    if (occupations.has(id)) {
      occupation.bars.push(bar);
      return;
    }
    const free = study.find((lane) => lane.bars.every((other) => other.startWeek + other.weeks <= startWeek));
    if (free) free.bars.push(bar);
    else study.push({ label: `Study ${study.length + 1}`, bars: [bar] });
  });
  const { weeks } = plan.totals;
  return {
    weeks,
    lanes: [...(occupation.bars.length > 0 ? [occupation] : []), ...study],
    months: listMonths({ start: plan.profile.preferences.start, weeks }),
  };
}

/** Where a day stands between the plan's start (0) and its end (1); null outside. */
export function computePosition({
  day,
  start,
  weeks,
}: {
  day: Day;
  start: Day;
  weeks: number;
}): number | null {
  const days = computeDaysBetween({ from: start, to: day });
  return weeks > 0 && days >= 0 && days <= weeks * DAYS_PER_WEEK ? days / (weeks * DAYS_PER_WEEK) : null;
}

function listMonths({ start, weeks }: { start: Day; weeks: number }): Timeline['months'] {
  const end = addDays(start, weeks * DAYS_PER_WEEK);
  const months: Timeline['months'] = [];
  for (let day = firstOfNextMonth(start); day < end; day = firstOfNextMonth(day)) {
    const position = computePosition({ day, start, weeks });
    if (position !== null) months.push({ day, position });
  }
  return months;
}

function firstOfNextMonth(day: Day): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
