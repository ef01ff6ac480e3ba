import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { solveContinuation } from '@/lib/domain/climb/follow/continuation';
import { findPlanToContinue } from '@/lib/domain/climb/follow/following';
import { layAhead } from '@/lib/domain/climb/follow/laid';
import { replan } from '@/lib/domain/climb/follow/replan';
import { buildRest } from '@/lib/domain/climb/follow/rest-problem';
import { findRuleProblems } from '@/lib/domain/climb/follow/rules';
import { planWords } from '@/lib/wording/plan-words';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { afterwards, dayOf, followUntil } from '@/tests/support/climb/progress';
import { solveFor } from '@/tests/support/climb/solved';

const career = loadCareer();
const options = { effort: 'glance' as const, words: planWords };
const followers = generatePeople(career, { count: 16, seed: 77 }).flatMap((profile, number) => {
  const plan = solveFor(profile);
  const [stage] = plan.stages;
  if (plan.status === 'infeasible' || !stage || plan.totals.weeks < 4) return [];
  // While the stage goes on: whoever has not found the next post by its end may have no plan within a deadline.
  const week = Math.min(stage.weeks - 1, 2 + ((number * 7) % Math.max(3, Math.min(40, stage.weeks - 1))));
  const records = followUntil(plan, week);
  const now = afterwards(profile, plan, { records, weeks: week });
  return records.length === 0
    ? []
    : [{ number, plan, following: { kept: plan, profile: now, records, today: dayOf(plan, week) } }];
});

describe('people who follow their plans', () => {
  it('are many enough to tell', () => {
    expect(followers.length).toBeGreaterThan(6);
  });

  it.each(followers)('go on with a plan that keeps every rule: person $number', ({ following }) => {
    const document = solveContinuation(career, following, options);
    const remaining = findPlanToContinue(career, following);
    if (!document || !remaining) throw new Error('There is no plan that goes on.');
    const behind = new Set(remaining.behind.map(({ id }) => id));
    const { weeksGone } = remaining;
    const laid = layAhead(document, { weeksGone, isLeft: (id) => !behind.has(id) });
    expect(findRuleProblems(buildRest(career, following, remaining), laid)).toEqual([]);
    const { stages, totals, steps } = document;
    expect(stages.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(totals.weeks);
    for (const { id, hours, hoursByWeek, weeks } of steps) {
      if (hoursByWeek.length === 0) continue;
      expect([id, hoursByWeek.length]).toEqual([id, weeks]);
      expect([id, hoursByWeek.reduce((sum, count) => sum + count, 0)]).toEqual([id, hours]);
    }
  });

  it.each(followers)(
    'are told of no broken plan while all goes as planned: person $number',
    ({ following }) => {
      const { preferences } = following.profile;
      const changed = { ...preferences, hourWorth: preferences.hourWorth + 1 };
      const profile = { ...following.profile, preferences: changed };
      const answer = replan(career, { ...following, profile }, options);
      expect(answer.kind === 'none' || (answer.kind === 'offer' && answer.why === 'better')).toBe(true);
    },
  );
});
