import type { Career } from '../career/career';
import type { Profile } from './profile';

/**
 * Says in a sentence each what of a profile the career does not know. An empty list means that the profile can be
 * planned for. Jobs were steps in the first edition, so a post's id stands wherever a step's may.
 */
export function findProfileProblems(career: Career, profile: Profile): string[] {
  const problems: string[] = [];
  if (profile.career !== career.id) problems.push(`There is no career "${profile.career}".`);
  if (!career.roleById.has(profile.role)) problems.push(`There is no role "${profile.role}".`);
  const report = (what: string, ids: readonly string[], isKnown: (id: string) => boolean): void => {
    for (const id of new Set(ids)) if (!isKnown(id)) problems.push(`There is no ${what} "${id}".`);
  };
  const { pinned, excluded } = profile.preferences;
  report('skill', Object.keys(profile.levels), (id) => career.skillById.has(id));
  report('can-do', [...profile.also, ...profile.except, ...profile.letStand], (id) =>
    career.canDoById.has(id),
  );
  report('holding', profile.holdings, (id) => career.holdingById.has(id));
  report(
    'post',
    profile.posts.map(({ post }) => post),
    (id) => career.postById.has(id),
  );
  report(
    'step',
    [...profile.done, ...pinned, ...excluded],
    (id) => career.stepById.has(id) || career.postById.has(id),
  );
  return problems;
}
