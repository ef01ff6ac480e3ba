import 'server-only';
import { listAlternatives } from '@/lib/domain/climb/follow/alternatives';
import { isBetterPlan } from '@/lib/domain/climb/follow/best-known';
import { comparePlans, type PlanDifference } from '@/lib/domain/climb/follow/difference';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { computeLetStand, type LetStand } from '@/lib/domain/climb/follow/let-stand';
import { isStaged } from '@/lib/domain/climb/follow/stored-document';
import { leaveOutStep } from '@/lib/domain/plan/choose-step';
import { type KeptState, readGoalPreferences } from '@/lib/plan/climb/follow-now';
import { computePlanFromHere, type PlanFromHere, type Settings } from '@/lib/plan/climb/from-here';
import { toAsked } from '@/lib/plan/climb/question';

/** Another plan with what changes when it takes the place of the kept one, and the settings that gave it. */
type Choice = { settings: Settings; answer: PlanFromHere; difference: PlanDifference };

async function price(state: KeptState, settings: Settings): Promise<Choice> {
  const answer = await computePlanFromHere(state, settings);
  const other = toFollowed(answer.document);
  return { settings, answer, difference: comparePlans({ kept: state.kept.followed, other }) };
}

/**
 * What is left open where a step is dropped for good, and the plan that leaves it so: the document keeps it in `letStand`.
 * Null for a plan of the first edition, which knows no can-dos.
 */
export async function priceLetStand(
  state: KeptState,
  step: string,
): Promise<(Choice & { letStand: LetStand }) | null> {
  const { kept, standing } = state;
  if (!isStaged(kept.document)) return null;
  const letStand = computeLetStand(standing.career, kept.document, step);
  if (!letStand) return null;
  const open = [...new Set([...kept.followed.letStand, ...letStand.canDos])].sort();
  const preferences = leaveOutStep(readGoalPreferences(state), step);
  return { ...(await price(state, { preferences, letStand: open })), letStand };
}

/** Steps that alone could stand in the place of one; none for a plan of the first edition. */
export function findAlternatives({ kept, standing }: KeptState, step: string): string[] {
  return isStaged(kept.document) ? listAlternatives(standing.career, kept.document, step) : [];
}

/**
 * The plan without one step: the answer to the very question that the what-if page is led to with, so that both tell the
 * same figures. `isBetter`: whether it comes before the kept plan by what the person optimises for.
 */
export async function priceWithout(state: KeptState, step: string): Promise<Choice & { isBetter: boolean }> {
  const { kept, standing } = state;
  const preferences = leaveOutStep(readGoalPreferences(state), step);
  const { held: holdings, leavePost } = standing;
  const choice = await price(state, { preferences, holdings, leavePost });
  const asked = toAsked(choice.answer.question);
  const isBetter =
    asked !== null && isStaged(kept.document) && isBetterPlan(asked, choice.answer.document, kept.document);
  return { ...choice, isBetter };
}
