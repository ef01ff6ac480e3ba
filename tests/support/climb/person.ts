import type { Career } from '@/lib/domain/career/career';
import type { Post, Step } from '@/lib/domain/career/schema';
import type { PlanDocument, PlanStep } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';

/**
 * What is true of a person before a plan, read straight from career and profile by docs/planning.md.
 * Written apart from the planner and never imported by it, so that a misreading on one side shows.
 */
export type Placed = { step: Step; planned: PlanStep };
export type Plan = {
  career: Career;
  profile: Profile;
  document: PlanDocument;
  placed: readonly Placed[];
};
export type Held = { post: Post; weeks: number; isCurrent: boolean };

/** The posts that a person holds or held, one entry a post, the present one last; holdings stand in where none is given. */
export function listHeld(career: Career, profile: Profile): Held[] {
  const read = career.holdings.flatMap(({ id, readAs }) =>
    readAs && profile.holdings.includes(id) ? [readAs] : [],
  );
  const held = new Map<string, Held>();
  for (const { post: id, weeks, current } of profile.posts.length > 0 ? profile.posts : read) {
    const post = career.postById.get(id);
    if (!post) continue;
    const before = held.get(id);
    held.set(id, {
      post,
      weeks: weeks + (before?.weeks ?? 0),
      isCurrent: current || Boolean(before?.isCurrent),
    });
  }
  return [...held.values()].sort((one, other) => Number(one.isCurrent) - Number(other.isCurrent));
}

export function listStartingCanDos(career: Career, profile: Profile): Set<string> {
  const known = career.canDos
    .filter(({ id, skill, level }) => level <= (profile.levels[skill] ?? 0) && !profile.except.includes(id))
    .map(({ id }) => id);
  return new Set([...known, ...profile.also]);
}

/** The post that a stage leads to, which is named by its own id or by its role's. */
export function findPost(career: Career, id: string): Post | null {
  return career.postById.get(id) ?? career.posts.find(({ role }) => role === id) ?? null;
}

export function findGoal(plan: Pick<Plan, 'career' | 'profile'>): Post | null {
  return plan.career.posts.find(({ role }) => role === plan.profile.role) ?? null;
}

/** What a post asks of this person: what is let stand is not asked. */
export function listAsked({ career, profile }: Pick<Plan, 'career' | 'profile'>, post: Post): string[] {
  return [...(career.askedByPost.get(post.id) ?? [])].filter((id) => !profile.letStand.includes(id));
}

/** What must be true when a step starts, whether or not anybody asks for it: what its can-dos come directly after. */
export function listNeededCanDos(career: Career, step: Step): string[] {
  const after = step.teaches.flatMap((id) => career.canDoById.get(id)?.after ?? []);
  return [...new Set([...step.needs.canDo, ...after])].filter((id) => !step.teaches.includes(id));
}

export function studyHours(step: Step): number {
  return step.planning.hours ?? 0;
}

/** Why a step may not be planned for this person at all, apart from what it needs; null when it may. */
export function whyOutOfPlay(
  { career, profile }: Pick<Plan, 'career' | 'profile'>,
  step: Step,
): string | null {
  const { region, platform, excluded, excludedKinds } = profile.preferences;
  const starting = listStartingCanDos(career, profile);
  if (step.status !== 'active') return 'is not active';
  if (step.region !== 'any' && step.region !== region) return `is only for region ${step.region}`;
  if (excluded.includes(step.id)) return 'is excluded';
  if (excludedKinds.some((kind) => kind === step.kind)) return `is of the excluded kind ${step.kind}`;
  if (platform && step.platform && step.platform !== platform) return `is for the platform ${step.platform}`;
  const exams = career.certification.anyOfByRole[profile.role]?.flat();
  if (
    step.kind === 'certification' &&
    exams &&
    !isUnder([...exams, ...profile.preferences.pinned], step, career)
  )
    return 'is an exam that the goal does not name';
  if (step.kind === 'degree' && profile.holdings.includes('bachelors-related'))
    return 'is a degree for someone who holds a related one';
  if (profile.done.includes(step.id) && step.teaches.every((id) => starting.has(id)))
    return 'is done and teaches nothing that is missing';
  return null;
}

/** Whether a step is one of some, or needed before one of them. */
function isUnder(ids: readonly string[], step: Step, career: Plan['career']): boolean {
  return ids.some(
    (id) => id === step.id || isUnder(career.stepById.get(id)?.needs.steps ?? [], step, career),
  );
}

/** Whether the first day of a step lies outside the months in which it may start. */
export function isOutOfSeason(step: Step, day: string): boolean {
  const month = day.slice(0, 7);
  return (
    (step.availableUntil !== null && month > step.availableUntil) ||
    (step.availableFrom !== null && month < step.availableFrom)
  );
}
