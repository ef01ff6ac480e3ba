import type { CanDo, Career } from '../career/career';
import { computeHalf } from './model/held';
import type { HeldPost } from './profile';
import { listTrue, type Ratings } from './standing';

/** Nobody is asked more than this. */
export const MOST_QUESTIONS = 12;
/** Of one skill, so that they do not all ask after one rating. */
const MOST_OF_A_SKILL = 3;
/** Learning that takes more hours than this weighs no more. */
const MOST_HOURS = 40;
/** How much a can-do of the rated level is in doubt, of the one below it, and of all further down. */
const DOUBTS = [1, 0.6, 0.1];
/** What is learned beside the work of a role weighs less than what the role consists of. */
const WORKPLACE_WEIGHT = 0.3;

type Person = {
  role: string;
  ratings: Ratings;
  /** Steps that are finished. */
  done: readonly string[];
  posts: readonly HeldPost[];
  /** Can-dos that the person lets stand. */
  letStand?: readonly string[];
};

/**
 * The can-dos to ask after before a first plan, the weightiest first: those that the goal asks for, that only a rated level
 * credits, and without which other steps would be planned. A can-do weighs by what of the goal rests on it, by the hours
 * that it would take to learn, and by how near to the rated level it stands; of one topic only one is asked.
 */
export function pickQuestions(career: Career, person: Person): CanDo[] {
  const asked = career.askedByRole.get(person.role) ?? new Set<string>();
  const held = listTrue(career, person.ratings);
  const stands = new Set(person.letStand);
  const shown = listShown(career, person);
  const { hours, anyway } = weighSteps(career, new Set([...asked].filter((id) => !held.has(id))));
  const leaning = countLeaning(career, asked);
  const isOpen = ({ id }: CanDo) =>
    asked.has(id) && held.has(id) && !stands.has(id) && !shown.has(id) && !anyway.has(id) && hours.has(id);
  const kinds = new Map(career.skills.map(({ id, kind }) => [id, kind]));
  const weighed = career.canDos.filter(isOpen).map((canDo, order) => {
    const below = (person.ratings.levels[canDo.skill] ?? 0) - canDo.level;
    const doubt = DOUBTS[Math.min(below, DOUBTS.length - 1)] ?? 0;
    const lost = (1 + (leaning.get(canDo.id) ?? 0)) * Math.min(MOST_HOURS, hours.get(canDo.id) ?? 0);
    const isWorkplace = kinds.get(canDo.skill) === 'workplace';
    return { canDo, order, weight: doubt * lost * (isWorkplace ? WORKPLACE_WEIGHT : 1) };
  });
  weighed.sort((one, other) => other.weight - one.weight || one.order - other.order);
  return takeSpread(weighed.map(({ canDo }) => canDo));
}

/** What is shown by more than a rating: true beside it, taught by a finished step, or by a post held long enough. */
function listShown(career: Career, { ratings, done, posts }: Person): ReadonlySet<string> {
  const shown = new Set(ratings.also);
  for (const step of done) for (const id of career.stepById.get(step)?.teaches ?? []) shown.add(id);
  for (const { post, weeks } of posts) {
    const found = career.postById.get(post);
    if (!found || weeks < computeHalf(found.tenureWeeks)) continue;
    const isWhole = weeks >= found.tenureWeeks;
    const taught = isWhole ? found.teaches : found.teaches.slice(0, Math.ceil(found.teaches.length / 2));
    for (const id of taught) shown.add(id);
  }
  return shown;
}

/**
 * The fewest hours in which a step teaches each can-do, and the can-dos that any plan teaches: those of every step that
 * leads to something that is missing.
 */
function weighSteps(career: Career, missing: ReadonlySet<string>) {
  const hours = new Map<string, number>();
  const common = new Map<string, ReadonlySet<string>>();
  for (const { status, teaches, planning } of career.steps) {
    if (status !== 'active') continue;
    for (const id of teaches) {
      hours.set(id, Math.min(planning.hours ?? 0, hours.get(id) ?? Number.POSITIVE_INFINITY));
      if (!missing.has(id)) continue;
      const known = common.get(id);
      common.set(id, new Set(known ? teaches.filter((one) => known.has(one)) : teaches));
    }
  }
  return { hours, anyway: new Set([...common.values()].flatMap((ids) => [...ids])) };
}

/** How many of the can-dos that are asked for come after each. */
function countLeaning(career: Career, asked: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of asked)
    for (const before of career.beforeById.get(id) ?? []) counts.set(before, (counts.get(before) ?? 0) + 1);
  return counts;
}

/** The first of each topic, a few of each skill. */
function takeSpread(canDos: readonly CanDo[]): CanDo[] {
  const topics = new Set<string>();
  const skills = new Map<string, number>();
  const taken: CanDo[] = [];
  for (const canDo of canDos) {
    const topic = `${canDo.skill}/${canDo.topic}`;
    const count = skills.get(canDo.skill) ?? 0;
    if (taken.length === MOST_QUESTIONS || topics.has(topic) || count === MOST_OF_A_SKILL) continue;
    topics.add(topic);
    skills.set(canDo.skill, count + 1);
    taken.push(canDo);
  }
  return taken;
}
