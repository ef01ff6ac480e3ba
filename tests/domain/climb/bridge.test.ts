import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { BLIND } from '@/tests/support/climb/thirty';

const career = loadCareer();

const solveFor = (id: string) => {
  const profile = BLIND.find((one) => one.id === id)?.profile ?? expect.fail(`there is no ${id}`);
  const document = solvePlan(career, profile, { effort: 'glance', words: planWords });
  expect(checkClimb(career, profile, document)).toEqual([]);
  return document;
};

describe('a plan', () => {
  it('does not wait years for a chore that the post shows, where ten hours at home show it', () => {
    const { stages, steps } = solveFor('soc-night-analyst');
    const last = stages.at(-1) ?? expect.fail('there is no stage');
    const tenure = career.postById.get(last.post ?? '')?.tenureWeeks;
    expect(last.weeks).toBe(tenure);
    expect(steps.filter(({ startWeek }) => startWeek >= last.startWeek + last.weeks - 1)).toEqual([]);
  });
});
