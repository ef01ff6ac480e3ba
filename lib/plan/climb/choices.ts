import 'server-only';
import { listAlternatives } from '@/lib/domain/climb/follow/alternatives';
import { comparePlans, type PlanDifference } from '@/lib/domain/climb/follow/difference';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { computeLetStand, type LetStand } from '@/lib/domain/climb/follow/let-stand';
import { isStaged } from '@/lib/domain/climb/follow/stored-document';
import type { Without } from '@/lib/domain/climb/follow/without';
import { leaveOutStep } from '@/lib/domain/plan/choose-step';
import {
  buildProfileNow,
  type KeptState,
  readGoalPreferences,
  toFollowing,
} from '@/lib/plan/climb/follow-now';
import { computePlanFromHere, type PlanFromHere, type Settings } from '@/lib/plan/climb/from-here';
import { computeWithout } from '@/lib/planner/climb';

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

/** What leaving out each step that is ahead, or one, would cost on the way of the kept plan. */
export function loadWithout(state: KeptState, only?: readonly string[]): Promise<Without[]> {
  const { kept, standing } = state;
  if (!isStaged(kept.document)) return Promise.resolve([]);
  const { profile: _profile, ...followed } = toFollowing(state);
  const about = { document: kept.document, ...(only ? { only } : {}) };
  return computeWithout(standing.career, buildProfileNow(state), { followed, ...about });
}
