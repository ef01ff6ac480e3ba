import { countOwnHours } from '../model/own-hours';
import { MOST_AT_WORK } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import type { Workbench } from './workbench';

/** By what a selection is weighed against a horizon: the hours of one pool, or the weeks of its steps. */
export type Pool = 'own' | 'work' | 'ownPlaces' | 'workPlaces' | 'ownWorking' | 'workWorking';
const POOLS: readonly Pool[] = ['own', 'work', 'ownPlaces', 'workPlaces'];
/** With weeks off: weeks with hours, of which a place has fewer than of weeks. */
const POOLS_WITH_BREAKS: readonly Pool[] = [...POOLS, 'ownWorking', 'workWorking'];

export function listPools({ model }: Workbench): readonly Pool[] {
  return model.calendar.hasWeeksOff ? POOLS_WITH_BREAKS : POOLS;
}

/** What each step takes of a pool. */
export function listLoads({ model }: Workbench, pool: Pool): number[] {
  const isWork = pool.startsWith('work');
  return model.steps.map(({ hours, isAtWork, duration, workingWeeks }) => {
    if (isAtWork !== isWork) return 0;
    if (pool.endsWith('Places')) return duration;
    return pool.endsWith('Working') ? workingWeeks : hours;
  });
}

/** The hours, or the weeks of steps, that a pool has until a week. */
export function computeCapacity({ model }: Workbench, pool: Pool, end: number): number {
  const { calendar, open, start } = model;
  if (pool === 'own') return countOwnHours(model, end);
  if (pool === 'work') return model.workHoursPerWeek * calendar.countWorking(start, end);
  if (pool === 'ownWorking') return model.maxParallel * calendar.countWorking(open, end);
  if (pool === 'workWorking') return MOST_AT_WORK * calendar.countWorking(start, end);
  return pool === 'ownPlaces'
    ? model.maxParallel * Math.max(0, end - open)
    : MOST_AT_WORK * Math.max(0, end - start);
}

/** The least week by which a pool has so much. */
export function computeWeeksFor(bench: Workbench, pool: Pool, load: number): number {
  const { open } = bench.model;
  let [low, high] = [open, open + 1];
  while (computeCapacity(bench, pool, high) < load && high < NEVER) high = open + (high - open) * 2;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (computeCapacity(bench, pool, middle) < load) low = middle + 1;
    else high = middle;
  }
  return load === 0 ? 0 : high;
}
