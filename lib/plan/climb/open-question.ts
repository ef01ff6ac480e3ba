import 'server-only';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { isBetterPlan } from '@/lib/domain/climb/follow/best-known';
import { isLate, splitPlan } from '@/lib/domain/climb/follow/following';
import { isStaged } from '@/lib/domain/climb/follow/stored-document';
import { computeDayInZone, computeDaysBetween } from '@/lib/domain/day';
import { type KeptState, readGoalPreferences } from '@/lib/plan/climb/follow-now';
import { isBegun, isContinued } from '@/lib/plan/climb/plan-state';
import { type Question, toAsked } from '@/lib/plan/climb/question';
import { hasBasisChanged } from '@/lib/plan/climb/replanning';
import { computeClimb, computeClimbContinuation, peekClimb } from '@/lib/planner/climb';

/** A plan that goes on from another is one that was just made for so many days; then the person follows it. */
const DAYS_NEW = 7;

/** What was asked of the planner for a kept plan, so that it can go on proving whether there is a better one. */
export type OpenQuestion = Question & {
  kept: PlanDocument;
  /** Whether a better one may still be offered. */
  isOpen: boolean;
};

/**
 * The question that a kept plan of stages answers, where it is still the same: a new plan for its profile, or the best way on
 * for one that goes on from another, as long as nothing was recorded since and nothing of it is late. Nothing is proved of a
 * plan in which something was moved by hand.
 */
export function findQuestion(state: KeptState): OpenQuestion | null {
  const { standing, kept, progress } = state;
  const { career, today, account } = standing;
  const { document, followed } = kept;
  if (!isStaged(document) || document.catalogue !== career.version || kept.reason === 'moved') return null;
  const { profile } = document;
  if (!isContinued(kept))
    return { kept: document, career, profile, followed: null, isOpen: !isBegun(kept, progress) };
  const madeOn = computeDayInZone({ instant: new Date(kept.madeAt), timeZone: account.timeZone });
  const isNew = computeDaysBetween({ from: madeOn, to: today }) < DAYS_NEW;
  const isUntouched = progress.every(({ recordedAt }) => recordedAt <= kept.madeAt);
  if (kept.reason === 'replanned' || !standing.goal?.preferences || !isNew || !isUntouched) return null;
  if (hasBasisChanged(state)) return null;
  const remaining = splitPlan({ followed, records: progress, today });
  const byStep = new Map(progress.map((record) => [record.step, record]));
  if (remaining.left.some((step) => isLate(career, remaining, step, byStep.get(step.id)))) return null;
  const { start } = readGoalPreferences(state);
  const asked = { ...profile, preferences: { ...profile.preferences, start } };
  const going = { kept: document, records: progress, today };
  return { kept: document, career, profile: asked, followed: going, isOpen: true };
}

/** The answer at full effort, if it is known already. */
export function peekAnswer({ career, profile, followed }: OpenQuestion): PlanDocument | null {
  return peekClimb(career, profile, followed);
}

/** The answer at full effort; null where no plan goes on from the kept one. */
export function computeAnswer({ career, profile, followed }: OpenQuestion): Promise<PlanDocument | null> {
  return followed
    ? computeClimbContinuation(career, profile, { ...followed, effort: 'full' })
    : computeClimb(career, profile, { effort: 'full' });
}

/** Whether an answer is better than the plan that is kept. */
export function isBetterAnswer(question: OpenQuestion, answer: PlanDocument): boolean {
  const asked = toAsked(question);
  return asked !== null && answer.status !== 'infeasible' && isBetterPlan(asked, answer, question.kept);
}
