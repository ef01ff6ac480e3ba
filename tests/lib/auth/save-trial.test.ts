import { afterAll, expect, it } from 'vitest';
import { CAME_ALONG, saveTrial } from '@/lib/auth/save-trial';
import { loadCareer } from '@/lib/catalogue';
import { computeDayInZone } from '@/lib/domain/day';
import { buildTrialProfile, readTrial, readTrialFields } from '@/lib/domain/trial';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { buildClimbProfile } from '@/lib/plan/climb/profile';
import { closePlanner } from '@/lib/planner/client';
import { computeClimb } from '@/lib/planner/climb';
import { listKeptPlans } from '@/lib/queries/plans';
import { makePerson, setUpDatabase } from '@/tests/support/database';

setUpDatabase();
afterAll(closePlanner);

const career = loadCareer();
const about = { region: 'UK', timeZone: 'UTC' } as const;
const levels = career.skills.map(({ id }) => `${id}=3`).join('&');
const tried = `role=devops-engineer&hours=6&post=linux-administrator&years=4&${levels}&except=code-branch-and-merge&held=bachelors-other`;

it('keeps as the first plan the one that was shown, and the account has the very profile that it was made for', async () => {
  const user = await makePerson();
  expect(await saveTrial(user, { tried, ...about })).toBe(CAME_ALONG);
  const today = computeDayInZone({ instant: new Date(), timeZone: about.timeZone });
  const trial = readTrial(career, readTrialFields(tried));
  const profile = buildTrialProfile(career, trial, { today, region: about.region });
  const shown = await computeClimb(career, profile, { effort: 'quick' });
  expect(shown.steps.length).toBeGreaterThan(0);
  const state = await loadPlanState(user);
  expect((await listKeptPlans(user, career.id)).map(({ document }) => document)).toEqual([shown]);
  const { standing, progress, kept } = state;
  const preferences = kept?.document.profile.preferences;
  expect(preferences).toEqual(profile.preferences);
  expect(buildClimbProfile({ standing, progress, preferences: profile.preferences })).toEqual(profile);
  expect(standing.posts).toEqual(profile.posts);
});

it('takes nothing along where nothing was rated', async () => {
  const user = await makePerson();
  expect(await saveTrial(user, { tried: 'role=devops-engineer', ...about })).toBe('/rate');
  expect((await loadPlanState(user)).kept).toBeNull();
});
