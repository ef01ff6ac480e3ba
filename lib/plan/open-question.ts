import 'server-only';
import type { Career } from '@/lib/domain/catalogue';
import { computeDayInZone, computeDaysBetween } from '@/lib/domain/day';
import { computeFirstWeek } from '@/lib/domain/planner/continuation';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { isBetterPlan } from '@/lib/domain/planner/plan-value';
import type { Profile } from '@/lib/domain/planner/profile';
import { buildRemaining, isLate } from '@/lib/domain/planner/remaining';
import { isBegun, isContinued, type PlanState } from '@/lib/plan/plan-state';
import { getContinuation, getPlan, peekPlan } from '@/lib/planner/client';
import type { FollowedPlan } from '@/lib/planner/worker';
import { hasBasisChanged } from './replanning';

/** A plan that goes on from another is one that was just made for so many days; then the person follows it. */
const DAYS_NEW = 7;

/** What the planner is asked for: the best plan for a profile, or the best that goes on from a followed one. */
export type Question = { career: Career; profile: Profile; followed: FollowedPlan | null };

/** What was asked of the planner for a kept plan, so that it can go on proving whether there is a better one. */
export type OpenQuestion = Question & {
  kept: PlanDocument;
  /** Whether a better one may still be offered. */
  isOpen: boolean;
};

/**
 * The question that a kept plan answers, where it is still the same: a new plan for its profile, or the best way on
 * for one that goes on from another, as long as nothing was recorded since and nothing of it is late.
 */
export function findQuestion(here: PlanState): OpenQuestion | null {
  const { standing, kept, progress } = here;
  const { career, today, goal, account } = standing;
  if (!kept || kept.document.catalogue !== career.version) return null;
  const { document } = kept;
  const { profile } = document;
  if (!isContinued(kept))
    return { kept: document, career, profile, followed: null, isOpen: !isBegun(kept, progress) };
  const madeOn = computeDayInZone({ instant: new Date(kept.madeAt), timeZone: account.timeZone });
  const isNew = computeDaysBetween({ from: madeOn, to: today }) < DAYS_NEW;
  const isUntouched = progress.every(({ recordedAt }) => recordedAt <= kept.madeAt);
  if (kept.reason === 'replanned' || !goal?.preferences || !isNew || !isUntouched) return null;
  if (hasBasisChanged({ standing, kept: document, progress })) return null;
  const followed = { plan: document, records: progress, today };
  const remaining = buildRemaining({ career, ...followed, levels: profile.levels });
  if (remaining.left.some((step) => isLate(remaining, step))) return null;
  const { start } = goal.preferences;
  const asked = { ...profile, preferences: { ...profile.preferences, start } };
  return { kept: document, career, profile: asked, followed, isOpen: true };
}

/** The answer at full effort, if it is known already. */
export function peekAnswer({ career, profile, followed }: OpenQuestion): PlanDocument | null {
  return peekPlan(career, profile, followed);
}

/** The answer at full effort; null where no plan goes on from the kept one. */
export function computeAnswer({ career, profile, followed }: OpenQuestion): Promise<PlanDocument | null> {
  return followed
    ? getContinuation(career, profile, { ...followed, effort: 'full' })
    : getPlan(career, profile, { effort: 'full' });
}

/** Whether an answer is better than the plan that is kept. */
export function isBetterAnswer(question: OpenQuestion, answer: PlanDocument): boolean {
  const weeksGone = computeWeeksGone(question);
  return answer.status !== 'infeasible' && isBetterPlan(answer, question.kept, { weeksGone });
}

/** The weeks before the part of a plan that a question asks for. */
export function computeWeeksGone({ profile, followed }: Question): number {
  return followed ? computeFirstWeek({ ...followed, kept: followed.plan, profile }) : 0;
}
