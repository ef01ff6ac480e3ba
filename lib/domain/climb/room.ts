import type { Person } from './model/climber';
import type { WaySolution } from './solve-way';
import type { Timeline } from './timeline';
import type { Assumption } from './words';

/** Plans of fewer weeks are told without a word on holidays. */
const LEAST_WEEKS = 12;
/** Four weeks off a year leave eleven twelfths, or so, of the hours. */
const WORKED_PARTS = 12;
/** Who gives more own hours a week than this, before a first post, has days rather than evenings. */
const EVENINGS = 20;
/** Where less of them is planned somebody would ask what the rest is for. */
const MOST_PLANNED = 0.8;

/** What a plan leaves open of a person's hours: holidays that are in none of it, and time to look for a post. */
export function listRoom(person: Person, best: WaySolution, timeline: Timeline): Assumption[] {
  return [...listHolidays(person, best), ...listLooking(person, best, timeline)];
}

function listHolidays({ profile }: Person, { stages, weeks, steps }: WaySolution): Assumption[] {
  if (profile.preferences.weeksOff.length > 0 || weeks < LEAST_WEEKS || steps === 0) return [];
  // A stage that waits for tenure or experience anyway has room for them.
  const tight = stages.filter(({ solution }) => solution.end > solution.model.wait);
  const sum = tight.reduce((all, { solution, startWeek }) => all + solution.ready - startWeek, 0);
  return [{ code: 'holidays', later: Math.round(sum / WORKED_PARTS) }];
}

function listLooking({ profile }: Person, { stages, study }: WaySolution, timeline: Timeline): Assumption[] {
  const { hoursPerWeek } = profile.preferences;
  const [first] = stages;
  if (!first || study || first.solution.model.post !== null || stages.length < 2) return [];
  const planned = timeline.steps
    .flatMap(({ start, hours }) => hours.map((count, week) => ({ count, week: start + week })))
    .filter(({ week }) => week < first.weeks)
    .reduce((sum, { count }) => sum + count, 0);
  const mean = Math.round(planned / Math.max(1, first.weeks));
  if (hoursPerWeek <= EVENINGS || mean > MOST_PLANNED * hoursPerWeek) return [];
  return [{ code: 'looking', hours: hoursPerWeek, planned: mean }];
}
