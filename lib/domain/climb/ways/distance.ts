import type { Post } from '../../career/schema';
import type { Footing } from '../model/stay';
import { isRung, type Terrain } from './moves';

/** The system that goes with a cloud which a person named: who runs Azure comes from Windows. */
const SYSTEM_OF_CLOUD: Readonly<Record<string, Post['system']>> = { azure: 'windows' };

/** A title beside the ladder stands half as far from the goal as a post of another family: its rungs lead anywhere. */
const BESIDE_OUTSIDE = 0.5;

/** Posts of a way that lie outside the goal's family, titles beside its ladder as half of one. */
export function countOutside(
  { career, goal }: Pick<Terrain, 'career' | 'goal'>,
  ids: readonly string[],
): number {
  return ids.reduce((sum, id) => {
    const post = career.postById.get(id);
    if (post?.family !== goal.family) return sum + 1;
    return sum + (post.role !== null && !isRung(career, post) ? BESIDE_OUTSIDE : 0);
  }, 0);
}

/**
 * How far the posts of a way lie from what a person did so far, beside others of their kind: one further for a family
 * that is new to them and not the goal's, and for a post of a system that is not theirs; one nearer for one that is.
 */
export function measureDistance(
  { career, goal, platform }: Pick<Terrain, 'career' | 'goal' | 'platform'>,
  { held }: Pick<Footing, 'held'>,
  ids: readonly string[],
): number {
  const posts = held.flatMap(({ post }) => career.postById.get(post) ?? []);
  const families = new Set([goal.family, ...posts.map(({ family }) => family)]);
  const systems = new Set([SYSTEM_OF_CLOUD[platform ?? ''], ...posts.map(({ system }) => system)]);
  return ids.reduce((sum, id) => {
    const post = career.postById.get(id);
    if (!post) return sum;
    const strange = post.system === null ? 0 : systems.has(post.system) ? -1 : 1;
    return sum + strange + Number(!families.has(post.family));
  }, 0);
}
