import type { Career } from '@/lib/domain/career/career';
import type { ApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { Day } from '@/lib/domain/day';
import { buildChart, type Chart } from './chart';
import { listStages, type ShownStage } from './climb';
import { listByTime, type PlanLists } from './lists';
import { listRows, type PlanRow, type Recorded } from './row';
import { type ToldWay, tellWays } from './ways';

/** A plan as a page shows it today. */
export type Glance = {
  rows: PlanRow[];
  /** Finished steps, and all that are not dropped. */
  done: number;
  total: number;
  stages: ShownStage[];
  /** The stage that the person is in; null for a plan without stages. */
  present: ShownStage | null;
  ahead: ShownStage[];
  lists: PlanLists;
  ways: ToldWay[];
  chart: Chart;
  /** The weeks by which the latest of the open steps is behind; 0 for none. */
  weeksBehind: number;
  /** Steps that the person dropped: while there are any, the plan may stop short. */
  dropped: PlanRow[];
};

/** Works out what a page shows of a plan from the plan, what is recorded of its steps, and today. */
export function buildGlance(
  career: Career,
  {
    plan,
    records,
    today,
    held = null,
    answered = null,
    applyFrom = [],
  }: {
    plan: Followed;
    records: readonly Recorded[];
    today: Day;
    held?: string | null;
    answered?: string | null;
    /** See listApplyFrom. */
    applyFrom?: readonly (ApplyFrom | null)[];
  },
): Glance {
  const rows = listRows(plan.steps, { records, today });
  const stages = listStages(career, { plan, rows, held, applyFrom });
  const present = stages.find(({ when }) => when === 'now') ?? null;
  const ahead = stages.filter(({ when }) => when === 'ahead');
  const aheadIds = new Set(ahead.flatMap((stage) => stage.rows.map(({ step }) => step.id)));
  // What was begun early belongs to today, whatever stage it was planned for.
  const isHere = ({ step, status }: PlanRow) => !aheadIds.has(step.id) || status !== 'todo';
  return {
    rows,
    done: rows.filter(({ status }) => status === 'done').length,
    total: rows.filter(({ status }) => status !== 'dropped').length,
    stages,
    present,
    ahead: ahead.map((stage) => ({ ...stage, rows: stage.rows.filter((row) => !isHere(row)) })),
    lists: listByTime(rows.filter(isHere), today, answered),
    ways: tellWays(plan.ways),
    chart: buildChart(plan, { rows, today }),
    weeksBehind: Math.max(0, ...rows.map(({ late }) => late?.weeks ?? 0)),
    dropped: rows.filter(({ status }) => status === 'dropped'),
  };
}
