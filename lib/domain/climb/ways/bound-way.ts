import { listTeaching, makeClimber, type Person } from '../model/climber';
import { NEVER } from '../schedule/calendar';
import { findGoalPost, type WayPlan } from './list-ways';

/** The least that a way could come to, whatever is planned in it. */
export type WayBound = { weeks: number; burden: number; hours: number };

/**
 * An optimistic bound of a way: waits and searches, and beside them the hours and cost of what the goal asks and no
 * post of the way shows, each can-do at the least share of any step that teaches it.
 */
export function boundWay(person: Person, way: WayPlan): WayBound {
  const { career, profile } = person;
  const { trueFrom, held } = makeClimber(person);
  const given = new Set(trueFrom.keys());
  for (const id of way.posts) for (const canDo of career.postById.get(id)?.teaches ?? []) given.add(canDo);
  for (const { post, weeks, current } of held) {
    const found = career.postById.get(post);
    if (current && found) for (const { canDo } of listTeaching(found, weeks)) given.add(canDo);
  }
  const study = way.study === null ? undefined : career.stepById.get(way.study);
  for (const canDo of study?.teaches ?? []) given.add(canDo);
  const goal = findGoalPost(career, profile.role);
  const missing = [...(career.askedByPost.get(goal.id) ?? [])].filter(
    (id) => !given.has(id) && !person.letStand.has(id),
  );
  const least = listLeastShares(person, missing);
  const hours = least.reduce((sum, share) => sum + share.hours, 0);
  const studyHours = study?.planning.hours ?? 0;
  const studyPence = study ? (person.priceById.get(study.id)?.pence ?? 0) : 0;
  return {
    weeks: Math.max(way.leastWeeks, Math.ceil(hours / profile.preferences.hoursPerWeek - 1e-9)),
    hours: studyHours + Math.ceil(hours - 1e-9),
    burden:
      studyPence +
      studyHours * person.hourPence +
      Math.ceil(least.reduce((sum, share) => sum + share.burden, 0) - 1e-9),
  };
}

/** For each can-do the least hours and burden per can-do of any step that teaches it: steps shared out never cost less. */
function listLeastShares(person: Person, missing: readonly string[]): { hours: number; burden: number }[] {
  const wanted = new Set(missing);
  const best = new Map(missing.map((id) => [id, { hours: NEVER, burden: NEVER }]));
  for (const step of person.inPlay) {
    if (step.fullTime) continue;
    const taught = step.teaches.filter((id) => wanted.has(id));
    const hours = step.atWork ? 0 : (step.planning.hours ?? 0);
    const burden = (person.priceById.get(step.id)?.pence ?? 0) + hours * person.hourPence;
    for (const id of taught) {
      const share = best.get(id);
      if (!share) continue;
      share.hours = Math.min(share.hours, hours / taught.length);
      share.burden = Math.min(share.burden, burden / taught.length);
    }
  }
  return [...best.values()].filter(({ hours }) => hours < NEVER);
}
