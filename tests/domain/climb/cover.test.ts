import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchCover } from '@/lib/domain/climb/search/cover';
import { type CoverRows, dropImplied, type Row } from '@/lib/domain/climb/search/cover-rows';
import { NodeBudget } from '@/lib/domain/climb/search/effort';
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
