import type { Day } from '@/lib/domain/day';
import { isOver, type PlanRow } from './row';

/** So many of the steps that are to come stand apart from all later ones. */
const MOST_NEXT = 4;
/** Later steps stand by year where there are more. */
const MOST_LATER = 12;

/** Later steps of one year; of no year where there are few. */
export type LaterYear = { year: string | null; rows: PlanRow[] };

/** The steps of a stage by when they ask for something. Finished ones stay among those of now until their day is over. */
export type PlanLists = { now: PlanRow[]; next: PlanRow[]; later: LaterYear[]; over: PlanRow[] };

/**
 * Sorts rows into what is under way or due, what comes next and what comes later. Where nothing is due yet, the steps that
 * begin first are due: somebody who is eager may begin today. The step of the event `answered` stays too, so that what an
 * act came to is read where it was pressed.
 */
export function listByTime(rows: readonly PlanRow[], today: Day, answered: string | null = null): PlanLists {
  const open = rows.filter((row) => !isOver(row));
  const isAnswered = ({ recorded }: PlanRow) => answered !== null && recorded?.id === answered;
  const isFresh = (row: PlanRow) => isOver(row) && (isFinishedOn(row, today) || isAnswered(row));
  const hasCome = ({ step }: PlanRow) => step.start <= today;
  const due = new Set(open.filter((row) => row.status === 'in-progress' || hasCome(row)));
  // What was finished today is counted too: the list keeps its rows until the day is over.
  const first = rows.find((row) => !isOver(row) || isFresh(row));
  if (first && (due.size === 0 || !rows.some(hasCome)))
    for (const row of open) if (row.step.startWeek === first.step.startWeek) due.add(row);
  const ahead = open.filter((row) => !due.has(row));
  return {
    // What is to do stands first; only the row of the last press stays where it was pressed.
    now: [
      ...rows.filter((row) => due.has(row) || (isFresh(row) && isAnswered(row))),
      ...rows.filter((row) => isFresh(row) && !isAnswered(row)),
    ],
    next: ahead.slice(0, MOST_NEXT),
    later: splitByYear(ahead.slice(MOST_NEXT)),
    over: rows.filter((row) => isOver(row) && !isFresh(row)),
  };
}

function isFinishedOn({ recorded, status }: PlanRow, day: Day): boolean {
  return status === 'done' && recorded?.finishedOn === day;
}

function splitByYear(rows: readonly PlanRow[]): LaterYear[] {
  if (rows.length === 0) return [];
  if (rows.length <= MOST_LATER) return [{ year: null, rows: [...rows] }];
  const years = new Set(rows.map(({ step }) => step.start.slice(0, 4)));
  return [...years].map((year) => ({ year, rows: rows.filter(({ step }) => step.start.startsWith(year)) }));
}
