import { loadCareer, loadSecondEdition } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { profileSchema } from '@/lib/domain/planner/profile';
import { settingsSchema } from '@/lib/domain/settings';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import type { PlanState } from '@/lib/plan/plan-state';
import type { Standing } from '@/lib/plan/standing';
import type { Plan } from '@/lib/queries/plans';

export const TODAY = '2026-12-07';
const MADE_AT = `${TODAY}T09:00:00.000Z`;
export const career = loadCareer();

/** What is asked for below: a role whose plan is proved at once. */
export const profile = profileSchema.parse({
  career: career.id,
  role: 'apprentice-devops-engineer',
  preferences: { start: TODAY },
});

export function toKept(document: PlanDocument, reason: string): Plan {
  return { id: 'plan', career: career.id, role: profile.role, madeAt: MADE_AT, reason, document };
}

/** The plan as a search that ended early would have left it. */
export function toUnproved(document: PlanDocument): PlanDocument {
  return { ...document, status: 'feasible', bound: [0, 0, 0] };
}

/** What a person recorded about a step, when the plan was made unless it says otherwise. */
export function recordStep(
  step: string,
  changes: Partial<PlanState['progress'][number]>,
): PlanState['progress'][number] {
  return { ...UNTOUCHED, id: `event ${step}`, step, recordedAt: MADE_AT, ...changes };
}

/** A person in London who has rated nothing and goes for the role of `profile`. */
export function buildStanding(changes: Partial<Standing> = {}): Standing {
  const role = career.roleById.get(profile.role);
  if (!role) throw new Error('The catalogue has lost the role.');
  return {
    career,
    second: loadSecondEdition(),
    account: {
      name: 'Ada',
      email: 'ada@example.org',
      emailVerifiedAt: null,
      timeZone: 'UTC',
      region: 'UK',
      settings: settingsSchema.parse({}),
      createdAt: MADE_AT,
    },
    today: TODAY,
    levels: {},
    rated: { levels: {}, also: [], except: [] },
    ratings: {},
    latest: new Map(),
    ratedAt: null,
    goal: {
      id: 'goal',
      career: career.id,
      role: role.id,
      preferences: profile.preferences,
      holdings: [],
      setAt: MADE_AT,
    },
    role,
    region: 'UK',
    posts: [],
    leavePost: false,
    held: [],
    planRole: role.id,
    ...changes,
  };
}
