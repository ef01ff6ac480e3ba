import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Profile } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { BLIND } from '@/tests/support/climb/thirty';

const career = loadCareer();
const profileOf = (id: string): Profile =>
  BLIND.find((one) => one.id === id)?.profile ?? expect.fail(`there is no ${id}`);
const listFor = (profile: Profile) =>
  solvePlan(career, profile, { effort: 'glance', words: planWords }).assumptions;

describe('what a plan leaves open', () => {
  it('is told of holidays, with what they would add, until some are given', () => {
    const profile = profileOf('mum-returner-7');
    expect(listFor(profile).join(' ')).toMatch(/No weeks off.* would end about 4 weeks later \(estimate\)/);
    const weeksOff = [{ from: '2027-07-24', to: '2027-08-08' }];
    const off = { ...profile, preferences: { ...profile.preferences, weeksOff } };
    expect(listFor(off).join(' ')).not.toMatch(/No weeks off/);
  });

  it('is told to add hardly anything where time in posts makes the plan as long as it is', () => {
    expect(listFor(profileOf('support-to-product')).join(' ')).toMatch(/about a week later|hardly later/);
  });

  it('is told of full days before a first post, and of no evenings', () => {
    expect(listFor(profileOf('cs-grad-24')).join(' ')).toMatch(/of your 35 hours a week are planned/);
    expect(listFor(profileOf('mum-returner-7')).join(' ')).not.toMatch(/hours a week are planned/);
    expect(listFor(profileOf('warehouse-lead-38')).join(' ')).not.toMatch(/hours a week are planned/);
  });
});
