import type { Career } from './career';
import { findNeededCanDos } from './entries';
import type { Experience, ExperienceOption, Post, Step } from './schema';

/** What somebody without a post, a skill or a holding can come to, whatever it takes. */
export type Reach = {
  canDos: ReadonlySet<string>;
  steps: ReadonlySet<string>;
  posts: ReadonlySet<string>;
};

/** Where one may go, and which steps may be used. */
export type ReachLimits = {
  region: 'UK' | 'US' | 'EU' | 'any';
  mayTake?: (step: Step) => boolean;
};

/**
 * Closes over steps and posts from nothing. It grants more than a plan may (no weeks are counted and every post is
 * kept), so what it does not reach no plan can reach. A post may be at most a rank above the highest held.
 */
export function findReach(career: Career, { region, mayTake = () => true }: ReachLimits): Reach {
  const isHere = (entry: Step | Post) => entry.region === 'any' || entry.region === region;
  let steps = career.steps
    .filter((step) => step.status === 'active' && isHere(step) && mayTake(step))
    .map((step) => ({ step, needs: findNeededCanDos(step, career.beforeById) }));
  let posts = career.posts.filter((post) => isHere(post) && (post.offered || post.role !== null));
  const reach = { canDos: new Set<string>(), steps: new Set<string>(), posts: new Set<string>() };
  const holds = (ids: Iterable<string>) => [...ids].every((id) => reach.canDos.has(id));
  for (let size = -1; size !== reach.steps.size + reach.posts.size; ) {
    size = reach.steps.size + reach.posts.size;
    steps = steps.filter(({ step, needs }) => {
      if (!holds(needs) || !meetsOtherNeeds(career, step, reach)) return true;
      reach.steps.add(step.id);
      for (const id of step.teaches) reach.canDos.add(id);
      return false;
    });
    posts = posts.filter((post) => {
      if (!holds(career.askedByPost.get(post.id) ?? []) || !isHired(career, post, reach)) return true;
      reach.posts.add(post.id);
      return false;
    });
    for (const id of reach.posts) learnInPost(career, id, reach.canDos);
  }
  return reach;
}

function meetsOtherNeeds(career: Career, step: Step, reach: Reach): boolean {
  const { steps, holding, post } = step.needs;
  return (
    steps.every((id) => reach.steps.has(id)) &&
    (holding === null || isGranted(career, holding, reach)) &&
    (post === null ||
      [...reach.posts].some((id) => {
        const held = career.postById.get(id);
        return (
          held && held.rank >= post.rank && (post.families === 'any' || post.families.includes(held.family))
        );
      }))
  );
}

function isHired(career: Career, post: Post, reach: Reach): boolean {
  const ranks = [...reach.posts].map((id) => career.postById.get(id)?.rank ?? 0);
  const { askedBy, anyOfByRole } = career.certification;
  const groups = askedBy.includes(post.id) ? (anyOfByRole[post.id] ?? []) : [[]];
  return (
    post.rank <= Math.max(0, ...ranks) + 1 &&
    (career.experienceOfPost.get(post.id) ?? []).every((asked) => isMet(career, { asked, post, reach })) &&
    groups.some((group) => group.every((id) => reach.steps.has(id)))
  );
}

function isMet(
  career: Career,
  { asked, post, reach }: { asked: Experience; post: Post; reach: Reach },
): boolean {
  const counts = (option: ExperienceOption): boolean => {
    if ('holding' in option) return isGranted(career, option.holding, reach);
    if ('step' in option) return reach.steps.has(option.step);
    if ('posts' in option) return option.posts.some((id) => id !== post.id && reach.posts.has(id));
    return [...reach.posts].some((id) => {
      const held = career.postById.get(id);
      return (
        held &&
        id !== post.id &&
        held.rank >= option.minRank &&
        (option.families === 'any' || option.families.includes(held.family))
      );
    });
  };
  return asked.anyOf.some(counts);
}

function isGranted(career: Career, id: string, reach: Reach): boolean {
  const grantedBy = career.holdingById.get(id)?.grantedBy;
  return Boolean(
    grantedBy?.steps.some((step) => reach.steps.has(step)) ||
      grantedBy?.posts.some((post) => reach.posts.has(post)),
  );
}

/** What a post teaches is learned as far as all that comes before it is held or taught there too. */
function learnInPost(career: Career, postId: string, held: Set<string>): void {
  const teaches = career.postById.get(postId)?.teaches ?? [];
  for (const id of teaches)
    if ([...(career.beforeById.get(id) ?? [])].every((first) => held.has(first) || teaches.includes(first)))
      held.add(id);
}
