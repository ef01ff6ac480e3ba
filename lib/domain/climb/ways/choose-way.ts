import type { Objective } from '../profile';
import { computeWindow, listMeasures } from '../search/optimise';
import type { WaySolution } from '../solve-way';

type Value = Pick<WaySolution, 'weeks' | 'burden' | 'pence' | 'hours' | 'steps' | 'way'>;

/** The best of some ways by the objective, among those not much longer than the shortest. */
export function chooseWay(objective: Objective, ways: readonly WaySolution[]): WaySolution | null {
  return [...ways].sort((one, other) => compareWays(objective, one, other, ways))[0] ?? null;
}

/** Ways within the window first, then by the objective's vector, then by the posts. */
export function compareWays(objective: Objective, one: Value, other: Value, ways: readonly Value[]): number {
  const window = computeWindow(objective, Math.min(...ways.map(({ weeks }) => weeks)));
  const late = Number(one.weeks > window) - Number(other.weeks > window);
  if (late !== 0) return late;
  for (const measure of listMeasures(objective)) {
    const key = measure === 'end' ? 'weeks' : measure;
    if (one[key] !== other[key]) return one[key] - other[key];
  }
  const nameOf = ({ way }: Value): string => [way.study ?? '', ...way.posts].join('>');
  return nameOf(one) < nameOf(other) ? -1 : 1;
}
