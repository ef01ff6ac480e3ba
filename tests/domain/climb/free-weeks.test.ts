import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { listFreeWeeks } from '@/lib/domain/climb/free-weeks';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import type { PlannedStep, Timeline } from '@/lib/domain/climb/timeline';
import { planWords } from '@/lib/wording/plan-words';
import { THIRTY } from '@/tests/support/climb/thirty';

const career = loadCareer();

const step = (id: string, start: number, weeks: number): PlannedStep => ({
  source: career.stepById.get(id) ?? expect.fail(`there is no step ${id}`),
  stage: 0,
  start,
  weeks,
  hours: [],
  price: { pence: 0, amount: 0, currency: 'GBP', isConverted: false, isEstimated: false },
  isAgain: false,
});

const lay = (steps: readonly PlannedStep[], taught: number): Timeline => ({
  stages: [{ post: 'entry-role-qa-build', until: 'junior-devops-engineer', startWeek: 0, weeks: 52 }],
  steps,
  bringers: new Map([['server-read-a-log', { week: taught, step: null, post: 'entry-role-qa-build' }]]),
});

describe('listFreeWeeks', () => {
  it('tells the weeks until a post has taught what comes next, and those after the last own step', () => {
    const timeline = lay([step('missing-semester', 0, 4), step('home-lab-server', 26, 8)], 26);
    expect(listFreeWeeks(timeline)).toEqual([
      { from: 4, to: 25, post: 'entry-role-qa-build' },
      { from: 34, to: 51, post: null },
    ]);
  });

  it('is silent about a few weeks, about a wait for something else, and counts steps at work as none', () => {
    const steps = [
      step('missing-semester', 0, 22),
      step('on-call-shadowing', 22, 3),
      step('home-lab-server', 30, 20),
    ];
    expect(listFreeWeeks(lay(steps, 26))).toEqual([]);
  });
});

it('says in a plan why a bootcamp graduate has quiet months', () => {
  const { profile } = THIRTY.find(({ id }) => id === 'bootcamp-web') ?? expect.fail('nobody');
  const plan = solvePlan(career, profile, { effort: 'glance', words: planWords });
  expect(plan.assumptions).toContainEqual(
    expect.stringMatching(
      /^From .* on, nothing is left for your own time: the rest is time in the post and steps at work/,
    ),
  );
});
