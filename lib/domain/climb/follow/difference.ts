import type { Day } from '../../day';
import type { Followed, FollowedStep } from './followed';

/** A post of a plan with the day on which it begins. */
export type PostStart = { post: string; start: Day };

/** What changes when one plan takes the place of another, of either version. Figures are other minus kept. */
export type PlanDifference = {
  weeks: number;
  /** In the kept plan's currency; null where the two plans count in different ones. */
  amount: number | null;
  /** Own hours. */
  hours: number;
  steps: number;
  added: readonly FollowedStep[];
  dropped: readonly FollowedStep[];
  /** Steps of both plans that start on another day, as the other plan has them, with the day they started on. */
  moved: readonly { step: FollowedStep; from: Day }[];
  posts: {
    added: readonly PostStart[];
    dropped: readonly PostStart[];
    moved: readonly (PostStart & { from: Day })[];
  };
  /** Can-dos that are left open in the one plan and not in the other. */
  letStand: { added: readonly string[]; dropped: readonly string[] };
};

/** Compares two followed plans, each list in order of time. */
export function comparePlans({ kept, other }: { kept: Followed; other: Followed }): PlanDifference {
  const before = new Map(kept.steps.map((step) => [step.id, step]));
  const after = new Set(other.steps.map(({ id }) => id));
  const isSameCurrency = kept.totals.cost.currency === other.totals.cost.currency;
  const amount = Math.round((other.totals.cost.amount - kept.totals.cost.amount) * 100) / 100;
  return {
    weeks: other.totals.weeks - kept.totals.weeks,
    amount: isSameCurrency ? amount : null,
    hours: other.totals.hours - kept.totals.hours,
    steps: other.totals.steps - kept.totals.steps,
    added: other.steps.filter(({ id }) => !before.has(id)),
    dropped: kept.steps.filter(({ id }) => !after.has(id)),
    moved: other.steps.flatMap((step) => {
      const from = before.get(step.id)?.start;
      return from === undefined || from === step.start ? [] : [{ step, from }];
    }),
    posts: comparePosts(listPosts(kept), listPosts(other)),
    letStand: {
      added: other.letStand.filter((id) => !kept.letStand.includes(id)),
      dropped: kept.letStand.filter((id) => !other.letStand.includes(id)),
    },
  };
}

/** The posts that a plan leads to; the one that the person has when it begins is not among them. */
function listPosts({ stages }: Followed): PostStart[] {
  return stages.slice(1).flatMap(({ post, start }) => (post === null ? [] : [{ post, start }]));
}

function comparePosts(before: readonly PostStart[], after: readonly PostStart[]): PlanDifference['posts'] {
  const find = (posts: readonly PostStart[], post: string) => posts.find((one) => one.post === post);
  return {
    added: after.filter(({ post }) => !find(before, post)),
    dropped: before.filter(({ post }) => !find(after, post)),
    moved: after.flatMap((one) => {
      const from = find(before, one.post)?.start;
      return from === undefined || from === one.start ? [] : [{ ...one, from }];
    }),
  };
}
