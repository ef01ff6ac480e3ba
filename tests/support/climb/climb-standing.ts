import type { StoredDocument } from '@/lib/domain/climb/follow/stored-document';
import type { Preferences, Profile } from '@/lib/domain/climb/profile';
import { type Kept, type PlanState, toKept } from '@/lib/plan/climb/plan-state';
import type { Standing } from '@/lib/plan/standing';
import { buildStanding } from '@/tests/support/standing';

const MADE_AT = '2026-12-07T09:00:00.000Z';

/** The standing of somebody of whom a profile is true; their goal has its preferences. */
export function toStanding(profile: Profile, changes: Partial<Standing> = {}): Standing {
  const first = buildStanding({ levels: profile.levels });
  const role = first.career.roleById.get(profile.role);
  if (!role || !first.goal) throw new Error(`The career has no role ${profile.role}.`);
  return {
    ...first,
    role,
    planRole: role.id,
    goal: {
      ...first.goal,
      role: role.id,
      preferences: profile.preferences as Preferences as never,
      holdings: [...profile.holdings],
    },
    rated: { levels: profile.levels, also: profile.also, except: profile.except },
    posts: profile.posts,
    leavePost: profile.leavePost,
    held: [...profile.holdings],
    ...changes,
  };
}

export function keep(document: StoredDocument, reason = 'made'): Kept {
  const { career, role } = document;
  return toKept({ id: 'plan', career, role, madeAt: MADE_AT, reason, document });
}

/** Where somebody is who keeps a plan that was made for them. */
export function toState(
  document: StoredDocument,
  profile: Profile,
  changes: Partial<PlanState> = {},
): PlanState {
  return { standing: toStanding(profile), kept: keep(document), progress: [], ...changes };
}
