import { type BandRating, computeBandWidth, computeStanding } from '@/lib/domain/climb/standing';
import { computeDayInZone } from '@/lib/domain/day';
import { chooseFreshLook, computeAges, type FreshLook, findNewestDays } from '@/lib/domain/proof/freshness';
import type { PlanState } from '@/lib/plan/climb/plan-state';
import type { Proof } from '@/lib/queries/proof';
import type { Standing } from './standing';

/** What of a standing the age of its ratings is told by. */
export type Aged = Pick<Standing, 'career' | 'ratings' | 'today'> & {
  account: Pick<Standing['account'], 'timeZone'>;
};

type Items = Pick<Proof, 'items'>;

/** How sure a person is of each rating, and how many days ago it was given or something new was shown for it. */
export function computeSureness(
  { career, ratings, account, today }: Aged,
  { items }: Items,
): Readonly<Record<string, BandRating & { days: number }>> {
  const { timeZone } = account;
  const rated = new Map(
    Object.entries(ratings).map(([skill, { takenAt }]) => [
      skill,
      computeDayInZone({ instant: new Date(takenAt), timeZone }),
    ]),
  );
  const ages = computeAges(findNewestDays(career, { rated, items }), { today });
  return Object.fromEntries(
    Object.entries(ratings).map(([skill, { sure, hasEvidence }]) => [
      skill,
      { sure, hasEvidence, days: ages[skill] ?? 0 },
    ]),
  );
}

/** The skill whose fresh look would change the plan most, or the goal's gap where there is no plan. */
export function findFreshLook({ standing, kept, progress }: PlanState, items: Items): FreshLook | null {
  const { career, role: goal, rated } = standing;
  const role = career.roleById.get(goal.id);
  if (!role) return null;
  const sureness = computeSureness(standing, items);
  const over = new Set(
    progress.filter(({ status }) => status === 'done' || status === 'dropped').map(({ step }) => step),
  );
  return chooseFreshLook(career, {
    rows: computeStanding(career, { role, ratings: rated }).rows,
    ages: Object.fromEntries(Object.entries(sureness).map(([skill, { days }]) => [skill, days])),
    widthOf: (skill) => computeBandWidth(sureness[skill] ?? { sure: null, hasEvidence: false }),
    left: (kept?.followed.steps ?? []).filter(({ id }) => !over.has(id)),
  });
}
