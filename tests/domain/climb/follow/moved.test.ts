import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { computeLateness } from '@/lib/domain/climb/follow/late';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { afterClimbing, dayOf, followUntil, letPass } from '@/tests/support/climb/progress';
import { solveFor } from '@/tests/support/climb/solved';
import { THIRTY } from '@/tests/support/climb/thirty';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
/** So many weeks go as planned, and then so many in which nothing is done. */
const PAUSES: readonly [followed: number, idle: number][] = [
  [0, 3],
  [0, 6],
  [4, 6],
  [8, 5],
  [20, 12],
];
const people = [
  ...THIRTY.map(({ id, profile }) => [id, profile] as const),
  // Of these the tenth and the sixteenth were once moved into fewer weeks than a post takes to count.
  ...generatePeople(career, { count: 17, seed: 5 }).map(
    (profile, number) => [`g${number}`, profile] as const,
  ),
];

/** Whether a step would begin after the last month in which it can. */
function isOver({ id, start }: { id: string; start: string }): boolean {
  const last = career.stepById.get(id)?.availableUntil ?? null;
  return last !== null && start.slice(0, 7) > last;
}

describe('a plan that is moved as a whole', () => {
  it.each(people)('keeps every rule, whenever and for however long it was left alone: %s', (_, profile) => {
    const plan = solveFor(profile);
    const pauses = PAUSES.filter(([followed, idle]) => followed + idle < plan.totals.weeks + 20);
    let moved = 0;
    for (const [followed, idle] of plan.steps.length > 0 ? pauses : []) {
      const records = followUntil(plan, followed);
      const now = letPass(afterClimbing(profile, plan, { records, week: followed }), idle);
      const today = dayOf(plan, followed + idle);
      const lateness = computeLateness(career, { kept: plan, profile: now, records, today });
      if (!lateness) continue;
      moved += 1;
      const isExamOver = lateness.document?.steps.some(isOver) ?? false;
      const { problems } = lateness;
      // An exam that is over by the day to which it would move is told of; else nothing is in the way.
      expect([followed, idle, lateness.document === null, problems.length > 0]).toEqual([
        followed,
        idle,
        false,
        isExamOver,
      ]);
      expect(lateness.weeks).toBeGreaterThanOrEqual(0);
    }
    if (plan.steps.length > 0) expectHeld({ moved });
  });
});
