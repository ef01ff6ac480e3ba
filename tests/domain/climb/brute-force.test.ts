import { afterAll, describe, expect, it } from 'vitest';
import { generateSmallClimb } from '@/bench/climb/small-climbs';
import { generateSmallStage } from '@/bench/climb/small-stages';
import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Objective } from '@/lib/domain/climb/profile';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { OBJECTIVES } from '@/lib/domain/lists';
import { planWords } from '@/lib/wording/plan-words';
import { bruteForceStage } from '@/tests/support/climb/brute-force';
import { compareStages } from '@/tests/support/climb/compare-stages';
import { readVector } from '@/tests/support/climb/objectives';
import { expectHeld } from '@/tests/support/expect-held';
import { compareVectors } from '@/tests/support/planning-rules';

const SEEDS = Array.from({ length: 24 }, (_, index) => index + 1);

function solve(seed: number, optimiseFor: Objective): PlanDocument {
  const { career, profile } = generateSmallStage(seed);
  const preferences = { ...profile.preferences, optimiseFor };
  return solvePlan(career, { ...profile, preferences }, { effort: 'full', words: planWords });
}

describe('a stage of a few steps, beside every way to go through it', () => {
  const held = { optimal: 0, bounded: 0, impossible: 0 };
  afterAll(() => expectHeld(held));

  it.each(SEEDS)('has the plans that a search of them all finds: career %d', (seed) => {
    const { career, profile } = generateSmallStage(seed);
    const found = bruteForceStage(career, profile);
    if (!found) held.impossible += 1;
    for (const objective of OBJECTIVES) {
      const plan = solve(seed, objective);
      expect(plan.status === 'infeasible', objective).toBe(found === null);
      if (!found) continue;
      expect(plan.stages[0]?.bestWeeks, objective).toBeGreaterThanOrEqual(found.leastWeeks);
      const compared = compareVectors(readVector(plan), found.best[objective]);
      expect(compared, objective).toBeGreaterThanOrEqual(0);
      if (plan.status === 'optimal') {
        expect(compared, objective).toBe(0);
        held.optimal += 1;
      }
      if (plan.bound) {
        expect(compareVectors(plan.bound, found.best[objective])).toBeLessThanOrEqual(0);
        held.bounded += 1;
      }
    }
  });
});

/** Some by their number, and one in which something was wrong once. */
const CLIMBS = [...Array.from({ length: 12 }, (_, index) => index + 1), 237];

describe('a climb of two stages, beside every way to go through each', () => {
  const held = { inNewPost: 0, proved: 0, impossible: 0 };
  afterAll(() => expectHeld(held));

  it.each(CLIMBS)('has the stages that a search of them all finds: career %d', (seed) => {
    const { career, profile } = generateSmallClimb(seed);
    for (const objective of OBJECTIVES) {
      const { stages, impossible } = compareStages(career, profile, objective);
      for (const { what, isProved, difference, weeksAbove, isBelow } of stages) {
        const of = `${objective}: ${what}`;
        expect(isBelow, of).toBe(true);
        expect(weeksAbove, of).toBe(0);
        expect(difference, of).toBe(0);
        if (isProved) held.proved += 1;
        if (what.startsWith('between')) held.inNewPost += 1;
      }
      for (const { what, isRight } of impossible) {
        expect(isRight, `${objective}: ${what}`).toBe(true);
        held.impossible += 1;
      }
    }
  });
});
