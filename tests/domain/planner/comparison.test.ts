import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { computeCounterfactuals } from '@/lib/domain/planner/comparison';
import { profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';

const career = loadCareer();
const profile = profileSchema.parse({
  career: 'devops',
  role: 'junior-devops-engineer',
  levels: { coding: 1 },
  holdings: ['related-experience'],
  preferences: { start: '2026-12-07', optimiseFor: 'fastest' },
});

it('says for every step what leaving it out would cost, as solving without it does', () => {
  const plan = solvePlan(career, profile, { effort: 'quick' });
  const counterfactuals = computeCounterfactuals(career, profile, plan);
  expect(counterfactuals.map(({ step }) => step)).toEqual(plan.steps.map(({ id }) => id));
  for (const { step, difference, isProved } of counterfactuals.slice(0, 3)) {
    const without = { ...profile.preferences, excluded: [step] };
    const other = solvePlan(career, { ...profile, preferences: without }, { effort: 'quick' });
    expect(other.status === 'infeasible').toBe(difference === null);
    if (isProved && other.status === 'optimal')
      expect(difference?.weeks).toBe(other.totals.weeks - plan.totals.weeks);
  }
});
