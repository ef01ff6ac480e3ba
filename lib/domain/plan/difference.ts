import type { FollowedStep, FollowedTotals } from '@/lib/domain/climb/follow/followed';
import { orderSteps } from './glance/row';

type ComparedStep = Pick<
  FollowedStep,
  'id' | 'title' | 'start' | 'finish' | 'startWeek' | 'weeks' | 'status'
>;

/** What is compared of a plan, of either edition. */
export type ComparedPlan = {
  steps: readonly ComparedStep[];
  totals: Pick<FollowedTotals, 'weeks' | 'finish' | 'hours' | 'steps' | 'cost'>;
  /** None in a plan of the first edition. */
  stages?: readonly { post: string | null }[];
};

/** What changes when one plan takes the place of another. Weeks, money and steps are other minus kept. */
export type PlanDifference = {
  weeks: number;
  /** In the kept plan's currency; null where the two plans count in different ones. */
  amount: number | null;
  steps: number;
  added: ComparedStep[];
  dropped: ComparedStep[];
  /** Steps of both plans that start on another day, as the other plan has them, with the day they started on. */
  moved: { step: ComparedStep; from: string }[];
  /** Posts that the one plan leads to on the way and the other does not. */
  posts: { added: string[]; dropped: string[] };
};

/** Compares two plans step by step, each list in order of time. */
export function comparePlans({ kept, other }: { kept: ComparedPlan; other: ComparedPlan }): PlanDifference {
  const before = new Map(kept.steps.map((step) => [step.id, step]));
  const after = new Set(other.steps.map((step) => step.id));
  const isSameCurrency = kept.totals.cost.currency === other.totals.cost.currency;
  const [postsBefore, postsAfter] = [listPosts(kept), listPosts(other)];
  return {
    weeks: other.totals.weeks - kept.totals.weeks,
    amount: isSameCurrency ? roundToPence(other.totals.cost.amount - kept.totals.cost.amount) : null,
    steps: other.totals.steps - kept.totals.steps,
    added: orderSteps(other.steps).filter((step) => !before.has(step.id)),
    dropped: orderSteps(kept.steps).filter((step) => !after.has(step.id)),
    moved: orderSteps(other.steps).flatMap((step) => {
      const from = before.get(step.id)?.start;
      return from === undefined || from === step.start ? [] : [{ step, from }];
    }),
    posts: {
      added: postsAfter.filter((post) => !postsBefore.includes(post)),
      dropped: postsBefore.filter((post) => !postsAfter.includes(post)),
    },
  };
}

/** The posts that a plan leads to; the one that the person has when it begins is not among them. */
function listPosts({ stages = [] }: ComparedPlan): string[] {
  return stages.slice(1).flatMap(({ post }) => post ?? []);
}

function roundToPence(amount: number): number {
  return Math.round(amount * 100) / 100;
}
