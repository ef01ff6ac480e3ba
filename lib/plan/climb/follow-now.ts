import 'server-only';
import type { Applying } from '@/lib/domain/climb/follow/ahead';
import { type ApplyFrom, listApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import type { Following } from '@/lib/domain/climb/follow/following';
import { computeLateness, type Lateness, type Moved, moveStep } from '@/lib/domain/climb/follow/late';
import { listStageLevels, type StageLevels } from '@/lib/domain/climb/follow/stage-levels';
import { type Preferences, type Profile, readPreferences } from '@/lib/domain/climb/profile';
import type { Day } from '@/lib/domain/day';
import { buildProfileFromHere } from '@/lib/plan/climb/from-here';
import type { Kept, PlanState } from '@/lib/plan/climb/plan-state';

/** Where somebody is who keeps a plan. */
export type KeptState = PlanState & { kept: Kept };

/** The preferences by which a kept plan goes on: those of the goal, else its own. */
export function readGoalPreferences({ standing, kept }: KeptState): Preferences {
  const own = readPreferences(kept.document.profile.preferences);
  const found = readPreferences(standing.goal?.preferences) ?? own;
  if (!found) throw new Error('The kept plan has no preferences.');
  return found;
}

/** The person as they stand now, as their kept plan is looked at; see buildClimbProfile. */
export function buildProfileNow(state: KeptState): Profile {
  const { kept, progress } = state;
  const preferences = readGoalPreferences(state);
  const begun = new Set(
    progress.filter(({ status }) => status === 'in-progress' || status === 'done').map(({ step }) => step),
  );
  // What was pinned for having been begun when the plan was made is not the person's own choice.
  const pinned = kept.document.profile.preferences.pinned.filter((id) => begun.has(id));
  return buildProfileFromHere(state, {
    preferences: { ...preferences, pinned: [...new Set([...preferences.pinned, ...pinned])] },
  });
}

/** A kept plan with the person who follows it, as the functions of lib/domain/climb/follow take it. */
export function toFollowing(state: KeptState): Following {
  const { standing, kept, progress } = state;
  return {
    kept: kept.document,
    profile: buildProfileNow(state),
    records: progress,
    today: standing.today,
  };
}

/**
 * How late a kept plan is, with the plan in which all that is left is moved on ("Move everything 6 weeks"): keep it with
 * the reason `moved`. Null where nothing is late.
 */
export function findLateness(state: KeptState): Lateness | null {
  return computeLateness(state.standing.career, toFollowing(state));
}

/** From when the person can apply for the post that each stage leads to; see listApplyFrom. */
export function findApplyFrom(state: KeptState): (ApplyFrom | null)[] {
  return listApplyFrom(state.standing.career, toApplying(state));
}

/** What each stage of the kept plan comes to in levels, from where the person is; see listStageLevels. */
export function findStageLevels(state: KeptState): StageLevels | null {
  return listStageLevels(state.standing.career, toApplying(state));
}

function toApplying(state: KeptState): Applying {
  return { ...toFollowing(state), plan: state.kept.followed };
}

/** A step moved by hand to the week of a day; keep the document with the reason `moved`. See moveStep. */
export function moveKeptStep(state: KeptState, asked: { step: string; to: Day }): Moved {
  return moveStep(state.standing.career, toFollowing(state), asked);
}

/** The day to offer for moving a step: the one it begins on, or the first on which it can where that is too early by now. */
export function findFirstDay(state: KeptState, { id, start }: { id: string; start: Day }): Day {
  const moved = moveKeptStep(state, { step: id, to: start });
  return moved.kind === 'too-early' ? moved.from : start;
}
