import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSmallStage } from '@/bench/climb/small-stages';
import { buildStage } from '@/lib/domain/climb/model/build-stage';
import { makeClimber, makePerson } from '@/lib/domain/climb/model/climber';
import type { StageModel } from '@/lib/domain/climb/model/stage-model';
import { NEVER } from '@/lib/domain/climb/schedule/calendar';
import { searchCover } from '@/lib/domain/climb/search/cover';
import { type CoverRows, dropImplied, type Row } from '@/lib/domain/climb/search/cover-rows';
import { NodeBudget } from '@/lib/domain/climb/search/effort';
import { computeLeastSum } from '@/lib/domain/climb/search/least-sum';
import { toSet } from '@/lib/domain/climb/search/sets';
import { NO_LIMITS, Workbench } from '@/lib/domain/climb/search/workbench';
import { findGoalPost } from '@/lib/domain/climb/ways/list-ways';
import { expectHeld } from '@/tests/support/expect-held';

const SIZE = 9;
const columns = fc.uniqueArray(fc.nat(SIZE - 1), { minLength: 1, maxLength: 4 });
const anyProblem = fc.record({
  weights: fc.array(fc.nat(20), { minLength: SIZE, maxLength: SIZE }),
  use: fc.array(fc.nat(5), { minLength: SIZE, maxLength: SIZE }),
  capacity: fc.integer({ min: 4, max: 25 }),
  clauses: fc.array(columns, { maxLength: 6 }),
  rules: fc.array(
    fc.record({ core: fc.uniqueArray(fc.nat(SIZE - 1), { minLength: 1, maxLength: 2 }), set: columns }),
    {
      maxLength: 6,
    },
  ),
  choice: fc.array(fc.array(columns, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
  count: fc.nat(3),
});
type Problem = typeof anyProblem extends fc.Arbitrary<infer Value> ? Value : never;

function keeps(
  { use, capacity, clauses, rules, choice, count }: Problem,
  chosen: (index: number) => boolean,
): boolean {
  const meets = (set: readonly number[]) => set.some(chosen);
  const used = use.reduce((sum, one, index) => sum + (chosen(index) ? one : 0), 0);
  return (
    used <= capacity &&
    clauses.every(meets) &&
    rules.every(({ core, set }) => !core.every(chosen) || meets(set)) &&
    choice.filter((item) => item.every(meets)).length >= Math.min(count, choice.length)
  );
}

function findLeast(problem: Problem): number | null {
  let least: number | null = null;
  for (let set = 0; set < 1 << SIZE; set += 1) {
    const chosen = (index: number) => ((set >> index) & 1) === 1;
    if (!keeps(problem, chosen)) continue;
    const weight = problem.weights.reduce((sum, one, index) => sum + (chosen(index) ? one : 0), 0);
    least = Math.min(weight, least ?? weight);
  }
  return least;
}

describe('the search for the lightest selection', () => {
  it('finds what trying every selection finds', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { weights, use, capacity, clauses, rules, choice } = problem;
        const rows: CoverRows = {
          rows: [...clauses.map((set) => ({ core: [], set })), ...rules],
          choices: [{ count: Math.min(problem.count, choice.length), items: choice }],
          isUseless: new Uint8Array(SIZE),
        };
        let found: number | null = null;
        const result = searchCover({
          size: SIZE,
          weights,
          rows,
          more: [],
          resources: [{ use, capacity }],
          below: 1000,
          memory: { prices: null },
          budget: new NodeBudget(100_000),
          judge: (chosen, weight) => {
            expect(keeps(problem, (index) => chosen[index] === 1)).toBe(true);
            found = weight;
            return { kind: 'leaf', below: weight, isOpen: false };
          },
        });
        const least = findLeast(problem);
        expect(result.isProved).toBe(true);
        expect(found).toBe(least);
        expect(result.bound).toBe(least ?? 1000);
      }),
      { numRuns: 400 },
    );
  });
});

/** A made-up stage whose own steps cost nothing, but for some. */
function buildFreeStage(seed: number): StageModel {
  const { career, profile } = generateSmallStage(seed);
  const free = { ...profile, preferences: { ...profile.preferences, hourWorth: 0 } };
  const person = makePerson(career, free);
  return buildStage(person, makeClimber(person), {
    until: findGoalPost(career, profile.role),
    isGoal: true,
    taken: 0,
  });
}

describe('the least of a sum that most steps add nothing to', () => {
  it('is what the cheapest of all selections that reach the goal comes to', () => {
    let [held, unreachable] = [0, 0];
    for (let seed = 1; seed <= 150; seed += 1) {
      const model = buildFreeStage(seed);
      if (!model.isPossible) continue;
      const bench = new Workbench(model);
      let least: number | null = null;
      for (let set = 0; set < 1 << model.steps.length; set += 1) {
        const members = model.steps.map(({ index }) => index).filter((index) => ((set >> index) & 1) === 1);
        bench.closure.reset(toSet(model, members));
        const { pence } = bench.measure(members, 0);
        if (bench.closure.goal < NEVER) least = Math.min(least ?? NEVER, pence);
      }
      const budget = new NodeBudget(10_000);
      const question = { bench, measure: 'burden', limits: NO_LIMITS, budget, nodes: 10_000 } as const;
      const found = computeLeastSum(question);
      expect([seed, found?.least ?? null, found?.isProved ?? true]).toEqual([seed, least, true]);
      if (found) {
        held += 1;
        bench.closure.reset(toSet(model, found.members));
        expect([seed, bench.closure.goal < NEVER]).toEqual([seed, true]);
        expect(bench.measure(found.members, 0).pence).toBe(least);
      } else unreachable += 1;
    }
    expectHeld({ held, unreachable });
  });
});

describe('the rows of a stage', () => {
  it('lose only those that hold wherever the others do', () => {
    const anyRow: fc.Arbitrary<Row> = fc.record({
      core: fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: 2 }),
      set: fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: 4 }),
    });
    let dropped = 0;
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 10 }), (rows) => {
        const kept = dropImplied(rows);
        dropped += rows.length - kept.length;
        for (let set = 0; set < 1 << SIZE; set += 1) {
          const chosen = (index: number) => ((set >> index) & 1) === 1;
          const holds = ({ core, set: one }: Row) => !core.every(chosen) || one.some(chosen);
          expect(kept.every(holds)).toBe(rows.every(holds));
        }
      }),
      { numRuns: 60 },
    );
    expectHeld({ dropped });
  });
});
