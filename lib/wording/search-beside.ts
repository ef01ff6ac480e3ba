import type { Career } from '@/lib/domain/career/career';
import { isRankDown, listDoors, type Seeker } from '@/lib/domain/career/doors';

/** Said before anybody takes a post of a lower rank than they had. */
const RANK_DOWN =
  'It is of a lower rank than a post that you have held, and mostly pays less. Look up what it pays near you before you apply, settle what is the least that you can live on, and say in the first talk why you choose it: it is the way back to the work, and what you led counts again at the next step.';

/** What somebody looks for and minds beside a post, in sentences of their own. */
export function describeBeside(career: Career, post: string, seeker: Seeker): string[] {
  return [...(isRankDown(career, post, seeker) ? [RANK_DOWN] : []), ...listDoors(career, post, seeker)];
}

type Planned = {
  profile: {
    preferences: { region: string };
    holdings: readonly string[];
    posts?: readonly { post: string }[];
  };
};

/** The stages until a post is looked for, the one at whose end it is among them. */
export function listUntil<T extends { until: string }>(stages: readonly T[], post: string): readonly T[] {
  const place = stages.findIndex(({ until }) => until === post);
  return place === -1 ? stages : stages.slice(0, place + 1);
}

/** Who looks at the end of a stage: the person as planned for, with the posts of the stages until then. */
export function findSeeker({ profile }: Planned, stages: readonly { post: string | null }[]): Seeker {
  const held = [
    ...(profile.posts ?? []).map(({ post }) => post),
    ...stages.flatMap(({ post }) => post ?? []),
  ];
  return {
    region: profile.preferences.region,
    holdings: profile.holdings,
    posts: [...new Set(held)],
    hasMoved: stages.slice(1).some(({ post }) => post !== null),
  };
}
