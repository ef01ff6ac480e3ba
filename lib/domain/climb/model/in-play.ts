import type { Career } from '../../career/career';
import type { Step } from '../../career/schema';
import type { Profile } from '../profile';
import { listTrue } from '../standing';

/** Whether a step was left out by the person's own choice. */
function isExcluded({ preferences }: Profile, step: Step): boolean {
  return (
    preferences.excluded.includes(step.id) ||
    preferences.excludedKinds.some((kind) => kind === step.kind) ||
    (preferences.platform !== null && step.platform !== null && step.platform !== preferences.platform)
  );
}

/**
 * Whether a step may be planned for this person, apart from what was excluded by choice and from holdings and posts,
 * which may be had on the way. A done step is open again only while something that it teaches is missing.
 */
function isOpenTo(profile: Profile, step: Step, held: ReadonlySet<string>): boolean {
  if (step.status !== 'active') return false;
  if (step.region !== 'any' && step.region !== profile.preferences.region) return false;
  if (step.kind === 'degree' && profile.holdings.includes('bachelors-related')) return false;
  return !profile.done.includes(step.id) || step.teaches.some((id) => !held.has(id));
}

/**
 * Exams that are named for the goal, asked for by the person, or under one of these; null where none is named for the
 * goal. An exam that its adverts do not name is no way to learn.
 */
function listExams({ certification, stepById }: Career, { role, preferences }: Profile): Set<string> | null {
  const groups = certification.anyOfByRole[role];
  if (!groups) return null;
  const named = new Set([...groups.flat(), ...preferences.pinned]);
  for (const id of named) for (const needed of stepById.get(id)?.needs.steps ?? []) named.add(needed);
  return named;
}

/** The steps in play for a person, in the order of their ids. */
export function listInPlay(career: Career, profile: Profile): Step[] {
  const held = listTrue(career, profile);
  const exams = listExams(career, profile);
  const isNamed = ({ kind, id }: Step): boolean => kind !== 'certification' || !exams || exams.has(id);
  return career.steps
    .filter((step) => isNamed(step) && isOpenTo(profile, step, held) && !isExcluded(profile, step))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
