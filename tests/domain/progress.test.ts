import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEVELS, type Level } from '@/lib/domain/catalogue';
import { computeHistory, type DatedCheckIn } from '@/lib/domain/progress';

const SKILLS = ['coding', 'coaching', 'flexibility'] as const;

const ratingsArbitrary = fc
  .dictionary(fc.constantFrom(...SKILLS), fc.constantFrom(...LEVELS), { minKeys: 1 })
  .map((levels) => Object.entries(levels).map(([skill, level]) => ({ skill, level })));
const checkInsArbitrary = fc
  .array(fc.record({ day: fc.integer({ min: 1, max: 9 }), ratings: ratingsArbitrary }), { maxLength: 8 })
  .map((drafts) =>
    drafts.map(
      ({ day, ratings }, index): DatedCheckIn => ({
        id: `check-in-${index}`,
        takenAt: `2026-01-0${day}T08:00:00.000Z`,
        ratings,
      }),
    ),
  );
const shuffledArbitrary = checkInsArbitrary.chain((checkIns) =>
  fc.tuple(
    fc.constant(checkIns),
    fc.shuffledSubarray(checkIns, { minLength: checkIns.length, maxLength: checkIns.length }),
  ),
);

const checkIn = (id: string, takenAt: string, levels: Record<string, Level>): DatedCheckIn => ({
  id,
  takenAt,
  ratings: Object.entries(levels).map(([skill, level]) => ({ skill, level })),
});

describe('computeHistory', () => {
  test('has nothing to tell before the first check-in', () => {
    expect(computeHistory([])).toEqual([]);
  });

  test('keeps an earlier level where a skill was not rated again', () => {
    const [, last] = computeHistory([
      checkIn('a', '2026-01-01T00:00:00Z', { coding: 2, coaching: 1 }),
      checkIn('b', '2026-02-01T00:00:00Z', { coding: 3 }),
    ]);
    expect(last?.levels).toEqual({ coding: 3, coaching: 1 });
    expect(last?.changes).toEqual([{ skill: 'coding', from: 2, to: 3 }]);
  });

  test('tells a first rating from a rise, and a fall from no change', () => {
    const [first, second] = computeHistory([
      checkIn('a', '2026-01-01T00:00:00Z', { coding: 0, coaching: 3, flexibility: 2 }),
      checkIn('b', '2026-02-01T00:00:00Z', { coding: 1, coaching: 2, flexibility: 2 }),
    ]);
    expect(first?.changes[0]).toEqual({ skill: 'coding', from: null, to: 0 });
    expect(second?.changes).toEqual([
      { skill: 'coding', from: 0, to: 1 },
      { skill: 'coaching', from: 3, to: 2 },
    ]);
  });

  test('orders equal instants by id', () => {
    const at = '2026-01-01T00:00:00Z';
    const history = computeHistory([checkIn('b', at, { coding: 1 }), checkIn('a', at, { coding: 4 })]);
    expect(history.map((point) => point.checkIn.id)).toEqual(['a', 'b']);
    expect(history.at(-1)?.levels).toEqual({ coding: 1 });
  });

  test('gives the same history in whatever order check-ins arrive', () => {
    fc.assert(
      fc.property(shuffledArbitrary, ([checkIns, shuffled]) => {
        expect(computeHistory(shuffled)).toEqual(computeHistory(checkIns));
      }),
    );
  });

  test('never holds a level that nobody entered by then', () => {
    fc.assert(
      fc.property(checkInsArbitrary, (checkIns) => {
        for (const { checkIn: present, levels } of computeHistory(checkIns))
          for (const [skill, level] of Object.entries(levels)) {
            const entered = checkIns
              .filter((one) => one.takenAt <= present.takenAt)
              .flatMap((one) => one.ratings);
            expect(entered).toContainEqual({ skill, level });
          }
      }),
    );
  });

  test('leads from each state to the next by its changes alone', () => {
    fc.assert(
      fc.property(checkInsArbitrary, (checkIns) => {
        let levels: Record<string, Level> = {};
        for (const point of computeHistory(checkIns)) {
          for (const { skill, from } of point.changes) expect(levels[skill] ?? null).toBe(from);
          levels = { ...levels, ...Object.fromEntries(point.changes.map(({ skill, to }) => [skill, to])) };
          expect(point.levels).toEqual(levels);
        }
      }),
    );
  });

  test('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(checkInsArbitrary, (checkIns) => {
        const before = structuredClone(checkIns);
        computeHistory(checkIns);
        expect(checkIns).toEqual(before);
      }),
    );
  });
});
