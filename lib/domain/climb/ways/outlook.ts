import type { Person } from '../model/climber';
import type { WaySolution } from '../solve-way';
import { findGoalPost, listTargets } from './list-ways';

/** What lies beyond the stages that a plan has: each further rung with the least weeks until it begins, the goal last. */
export function listRest(
  { career, profile }: Person,
  { way }: Pick<WaySolution, 'way'>,
): { until: string; leastWeeks: number }[] {
  const goal = findGoalPost(career, profile.role).id;
  const all = [...way.posts, goal];
  const planned = listTargets(way, goal).length;
  return all.slice(planned).map((until, place) => {
    const search = until === goal ? 0 : (career.postById.get(until)?.searchWeeks ?? 0);
    return { until, leastWeeks: (way.stays[planned + place] ?? 0) + search };
  });
}
