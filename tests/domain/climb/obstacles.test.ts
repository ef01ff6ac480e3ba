import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { solve } from '@/lib/domain/climb/solve';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
const people = generatePeople(career, { count: 200, seed: 1 });
/** Of the people that the bench uses: one with hardly any money and a deadline. */
const STUCK = [83];

function plan(profile: Profile, preferences = {}): PlanDocument {
  const changed = { ...profile, preferences: { ...profile.preferences, ...preferences } };
  return solvePlan(career, changed, { effort: 'glance', words: planWords });
}

describe('somebody without a plan', () => {
  it('is told what would give one, and it does', () => {
    let held = 0;
    for (const number of STUCK) {
      const profile = people[number];
      if (!profile) throw new Error(`there is no person ${number}`);
      const stuck = plan(profile);
      expect(stuck.status, `${number}`).toBe('infeasible');
      const eases = (stuck.reasons ?? []).flatMap(({ nearest }) => nearest ?? []);
      expect(eases.length, `${number}`).toBeGreaterThan(0);
      for (const ease of eases.slice(0, 1)) {
        expect(plan(profile, ease).status, `${number} ${JSON.stringify(ease)}`).not.toBe('infeasible');
        held += 1;
      }
    }
    expectHeld({ held }, STUCK.length);
  });

  it('is not said to have none for certain where only the weeks that one plan left were too few', () => {
    const profile = people[125];
    if (!profile) throw new Error('there is no person 125');
    expect(solve(career, profile, { effort: 'glance' })).toMatchObject({ best: null, isProved: false });
  });
});
