import { loadCareer } from '@/lib/catalogue';
import { profileSchema } from '@/lib/domain/planner/profile';
import { settingsSchema } from '@/lib/domain/settings';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import type { Standing } from '@/lib/plan/standing';
import type { StepProgress } from '@/lib/queries/step-progress';

export const TODAY = '2026-12-07';
const MADE_AT = `${TODAY}T09:00:00.000Z`;
const career = loadCareer();

/** What is asked for below: a role whose plan is proved at once. */
const profile = profileSchema.parse({
  career: career.id,
  role: 'apprentice-devops-engineer',
  preferences: { start: TODAY },
});

/** What a person recorded about a step, when the plan was made unless it says otherwise. */
export function recordStep(step: string, changes: Partial<StepProgress>): StepProgress {
  return { ...UNTOUCHED, id: `event ${step}`, step, recordedAt: MADE_AT, ...changes };
}

/** A person in London who has rated nothing and goes for the role of `profile`. */
export function buildStanding(changes: Partial<Standing> = {}): Standing {
  const role = career.roleById.get(profile.role);
  if (!role) throw new Error('The catalogue has lost the role.');
  return {
    career,
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
    levelKind: 'own',
    agreed: new Map(),
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
    postSpans: [],
    leavePost: false,
    held: [],
    planRole: role.id,
    hasProof: false,
    ...changes,
  };
}
