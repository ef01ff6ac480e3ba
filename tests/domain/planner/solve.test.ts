import { describe, expect, it } from 'vitest';
import { generateProfiles } from '@/bench/profiles';
import { loadCareer } from '@/lib/catalogue';
import { OBJECTIVES, type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { change } from '@/tests/support/any-instance';
import { checkPlan } from '@/tests/support/plan-checker';

const career = loadCareer();

function makeProfile(preferences: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): Profile {
  return profileSchema.parse({
    career: 'devops',
    role: 'devops-engineer',
    levels: { coding: 1 },
    holdings: ['bachelors-other'],
    done: ['missing-semester'],
    ...rest,
    preferences: { start: '2026-12-01', ...preferences },
  });
}

const metTargets = Object.fromEntries(career.skills.map(({ id }) => [id, 5]));

describe('solvePlan', () => {
  for (const optimiseFor of OBJECTIVES)
    it(`makes a plan that keeps every rule, ${optimiseFor}`, () => {
      const profile = makeProfile({ optimiseFor, budget: { amount: 2000, currency: 'GBP' } });
      const document = solvePlan(career, profile, { effort: 'quick' });
      expect(checkPlan(career, profile, document)).toEqual([]);
      expect(document.status).not.toBe('infeasible');
    });

  it('never calls another plan the fastest found than one as short as its own', () => {
    const [profile] = generateProfiles(career, { count: 27, seed: 1 }).slice(-1);
    if (!profile) throw new Error('27 profiles were asked for.');
    const cheapest = change(profile, { optimiseFor: 'cheapest' });
    const document = solvePlan(career, cheapest, { effort: 'quick', isPlain: true });
    expect(document.totals.bestWeeks).toBeLessThanOrEqual(document.totals.weeks);
  });

  it('gives the same bytes for the same input', () => {
    const profile = makeProfile();
    const once = JSON.stringify(solvePlan(career, profile, { effort: 'quick' }));
    expect(JSON.stringify(solvePlan(career, profile, { effort: 'quick' }))).toBe(once);
  });

  it('plans nothing where every target and requirement is met', () => {
    const profile = makeProfile(
      { deadline: '2020-01-01', budget: { amount: 0, currency: 'GBP' } },
      { levels: metTargets, holdings: ['related-experience', 'relevant-certification'] },
    );
    const document = solvePlan(career, profile);
    expect(document).toMatchObject({
      status: 'optimal',
      steps: [],
      bound: [0, 0, 0],
      totals: { weeks: 0, finish: null, bestWeeks: 0 },
    });
    expect(checkPlan(career, profile, document)).toEqual([]);
  });

  it('says that a deadline in the past leaves no room, and when a plan would end', () => {
    const document = solvePlan(career, makeProfile({ deadline: '2020-01-01' }), { effort: 'quick' });
    expect(document.status).toBe('infeasible');
    expect(document.reasons?.map(({ what }) => what)).toEqual(['deadline']);
    expect(document.reasons?.[0]?.sentence).toMatch(/^A plan takes /);
  });

  it('says of a deadline within which budget it was looked for, and of a budget by which deadline', () => {
    const limits = { deadline: '2027-02-01', budget: { amount: 100_000, currency: 'GBP' } };
    const late = solvePlan(career, makeProfile(limits), { effort: 'quick' });
    expect(late.reasons?.[0]?.sentence).toMatch(/^A plan within your budget takes /);
    const poor = { deadline: '2035-01-01', budget: { amount: 0, currency: 'GBP' } };
    const dear = solvePlan(career, makeProfile(poor, { done: [], holdings: [] }), { effort: 'quick' });
    expect(dear.reasons?.find(({ what }) => what === 'budget')?.sentence).toMatch(
      /^A plan that meets your deadline (costs at least|was found for) /,
    );
  });

  it('says what a plan costs at least when the budget is 0', () => {
    const document = solvePlan(
      career,
      makeProfile({ budget: { amount: 0, currency: 'GBP' } }, { done: [], holdings: [] }),
      { effort: 'quick' },
    );
    expect(document.status).toBe('infeasible');
    expect(document.reasons?.map(({ what }) => what)).toEqual(['budget']);
    const nearest = document.reasons?.[0]?.nearest;
    expect(nearest?.budget?.amount).toBeGreaterThan(0);
  });

  it('says that a pinned step cannot be planned, and which pins can be kept', () => {
    const profile = makeProfile({ pinned: ['bachelors-computer-science-us', 'cka'] });
    const document = solvePlan(career, profile, { effort: 'quick' });
    expect(document.status).toBe('infeasible');
    expect(document.reasons).toMatchObject([
      { what: 'pinned', ids: ['bachelors-computer-science-us'], nearest: { pinned: ['cka'] } },
    ]);
  });

  it('says which levels cannot be reached once a kind is left out, and that lifting it helps', () => {
    const document = solvePlan(career, makeProfile({ excludedKinds: ['practice'] }), { effort: 'quick' });
    expect(document.status).toBe('infeasible');
    expect(document.reasons?.some(({ what }) => what === 'level')).toBe(true);
    const lifted = document.reasons?.find(({ what }) => what === 'excluded');
    expect(lifted?.nearest).toEqual({ excludedKinds: [] });
  });
});
