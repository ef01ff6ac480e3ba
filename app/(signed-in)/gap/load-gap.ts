import 'server-only';
import { cache } from 'react';
import type { UserId } from '@/lib/auth/user-id';
import { loadSecondEdition } from '@/lib/catalogue';
import type { Preferences } from '@/lib/domain/climb/profile';
import { computeHoursLeft } from '@/lib/domain/plan/hours-left';
import { loadStanding, type Standing } from '@/lib/plan/standing';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { buildGapView, type GapPerson } from './build-gap-view';

/** What an hour of one's own time is worth where the person has not said. */
const HOUR_WORTH = 10;

/** The gap to the role that is asked for, else to the goal. Worked out once a request: the title wants its figure too. */
export const loadGapView = cache(async (userId: UserId, asked: string | undefined) => {
  const standing = await loadStanding(userId);
  const career = loadSecondEdition(standing.career.id);
  const goalRole = career.roleById.get(standing.role.id);
  const role = career.roleById.get(asked ?? '') ?? goalRole;
  if (!role || !goalRole) throw new Error(`The career ${career.id} has no role ${standing.role.id}.`);
  const { document, progress } = await loadFollowed(userId, { standing, role: role.id });
  const person: GapPerson = {
    ratings: { levels: standing.levels, also: [], except: [] },
    sureness: standing.ratings,
    goal: { id: standing.goal?.id ?? null, role: goalRole },
    isInWork: standing.goal?.holdings.includes('in-post') ?? false,
    done: new Set(progress.filter(({ status }) => status === 'done').map(({ step }) => step)),
    preferences: readPreferences(standing),
  };
  const hoursLeft = document && computeHoursLeft(document, progress);
  return buildGapView({ career, person, role, hoursLeft });
});

/** What was followed so far, and the plan where it is one for this role; nobody without a plan follows one. */
async function loadFollowed(userId: UserId, { standing, role }: { standing: Standing; role: string }) {
  if (standing.planRole === null) return { document: null, progress: [] };
  const career = standing.career.id;
  const [plan, progress] = await Promise.all([
    standing.planRole === role ? getPlan(userId, career) : null,
    listStepProgress(userId, career),
  ]);
  return { document: plan?.document ?? null, progress };
}

function readPreferences({ goal, region }: Standing): GapPerson['preferences'] {
  const chosen: Partial<Preferences> = goal?.preferences ?? {};
  return {
    budget: chosen.budget ?? null,
    region,
    hourWorth: chosen.hourWorth ?? HOUR_WORTH,
    platform: chosen.platform ?? null,
  };
}
