import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level } from '@/lib/domain/catalogue';
import { LEVELS } from '@/lib/domain/lists';
import {
  computeHistory,
  computeStandingRatings,
  type DatedCheckIn,
  removeCheckIn,
} from '@/lib/domain/progress';
import { expectHeld } from '@/tests/support/expect-held';

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

  test('holds what stands out from a level, and stays the same object while nothing moves', () => {
    const rate = (id: string, day: string, also: string[] = []): DatedCheckIn => ({
      id,
      takenAt: `2026-0${day}-01T00:00:00Z`,
      ratings: [{ skill: 'coding', level: 2, ...(also.length > 0 && { also }) }],
    });
    const [first, second, third, fourth] = computeHistory([
      rate('a', '1'),
      rate('b', '2', ['x', 'y']),
      rate('c', '3', ['y', 'x']),
      rate('d', '4'),
    ]);
    expect(second?.holding.coding?.also).toEqual(['x', 'y']);
    expect(second?.changes).toEqual([]);
    expect(third?.holding).toBe(second?.holding);
    expect(fourth?.holding).not.toBe(third?.holding);
    expect(fourth?.holding.coding).toEqual(first?.holding.coding);
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
    let held = 0;
    fc.assert(
      fc.property(checkInsArbitrary, (checkIns) => {
        for (const { checkIn: present, levels } of computeHistory(checkIns))
          for (const [skill, level] of Object.entries(levels)) {
            const entered = checkIns
              .filter((one) => one.takenAt <= present.takenAt)
              .flatMap((one) => one.ratings);
            expect(entered).toContainEqual({ skill, level });
            held += 1;
          }
      }),
    );
    expect(held).toBeGreaterThan(50);
  });

  test('leads from each state to the next by its changes alone', () => {
    let changes = 0;
    fc.assert(
      fc.property(checkInsArbitrary, (checkIns) => {
        let levels: Record<string, Level> = {};
        for (const point of computeHistory(checkIns)) {
          for (const { skill, from } of point.changes) expect(levels[skill] ?? null).toBe(from);
          levels = { ...levels, ...Object.fromEntries(point.changes.map(({ skill, to }) => [skill, to])) };
          expect(point.levels).toEqual(levels);
          changes += point.changes.length;
        }
      }),
    );
    expect(changes).toBeGreaterThan(50);
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

describe('a correction', () => {
  const day = (text: string) => `2026-${text}T08:00:00.000Z`;
  const correct = (id: string, corrects: string, takenAt: string, levels: Record<string, Level>) => ({
    ...checkIn(id, takenAt, levels),
    corrects,
  });

  test('corrects the baseline instead of showing a fall', () => {
    const history = computeHistory([
      checkIn('a', day('01-01'), { coding: 4, coaching: 1 }),
      correct('c', 'a', day('01-01'), { coding: 2 }),
      checkIn('b', day('03-01'), { coding: 3 }),
    ]);
    expect(history.map((point) => point.checkIn.id)).toEqual(['a', 'b']);
    expect(history[0]?.levels).toEqual({ coding: 2, coaching: 1 });
    expect(history[0]?.corrections.map((one) => one.id)).toEqual(['c']);
    expect(history[1]?.changes).toEqual([{ skill: 'coding', from: 2, to: 3 }]);
  });

  test('gives way to the next one, also where that names the correction', () => {
    const [point] = computeHistory([
      checkIn('a', day('01-01'), { coding: 4 }),
      correct('b', 'a', '2026-01-01T08:00:00.001Z', { coding: 2 }),
      correct('c', 'b', '2026-01-01T08:00:00.002Z', { coding: 3 }),
    ]);
    expect(point?.levels).toEqual({ coding: 3 });
    expect(point?.corrections).toHaveLength(2);
  });

  test('stands for itself where what it corrects is not there, or corrects it in turn', () => {
    expect(computeHistory([correct('b', 'gone', day('01-01'), { coding: 2 })])).toHaveLength(1);
    const circle = [
      correct('a', 'b', day('01-01'), { coding: 2 }),
      correct('b', 'a', day('01-02'), { coding: 3 }),
    ];
    expect(computeHistory(circle).map((point) => point.checkIn.id)).toEqual(['a', 'b']);
  });

  const correctedArbitrary = checkInsArbitrary.map(separate).chain((checkIns) =>
    fc.array(fc.record({ index: fc.nat(20), ratings: ratingsArbitrary }), { maxLength: 5 }).map((drafts) => {
      const all = [...checkIns];
      for (const [place, { index, ratings }] of drafts.entries()) {
        const corrected = all[index];
        if (!corrected) continue;
        const takenAt = corrected.takenAt.replace('.000Z', `.00${place + 1}Z`);
        all.push({ id: `correction-${place}`, takenAt, ratings, corrects: corrected.id });
      }
      return all;
    }),
  );

  test('leaves the latest rating of each skill the one that is latest by time', () => {
    fc.assert(
      fc.property(correctedArbitrary, (checkIns) => {
        const plain = checkIns.map(({ corrects: _, ...one }) => one);
        expect(computeHistory(checkIns).at(-1)?.levels).toEqual(computeHistory(plain).at(-1)?.levels);
      }),
    );
  });

  test('goes with the check-in that is deleted, which leaves what would have been without both', () => {
    const held = { deleted: 0, 'no correction': 0 };
    fc.assert(
      fc.property(correctedArbitrary, fc.nat(20), (checkIns, index) => {
        const deleted = checkIns[index];
        if (!deleted) return;
        const left = removeCheckIn(checkIns, deleted.id);
        expect(left).not.toContain(deleted);
        for (const point of computeHistory(left)) expect(left).toContain(point.checkIn);
        held.deleted += 1;
        if (deleted.corrects) return;
        expect(left).toEqual(
          checkIns.filter((one) => one.id !== deleted.id && !leadsTo(checkIns, one, deleted.id)),
        );
        held['no correction'] += 1;
      }),
    );
    expectHeld(held, 5);
  });
});

/** A minute between any two, so that only corrections stand close together. */
function separate(checkIns: readonly DatedCheckIn[]): DatedCheckIn[] {
  return checkIns.map((one, index) => ({ ...one, takenAt: one.takenAt.replace(':00:00', `:0${index}:00`) }));
}

function leadsTo(checkIns: readonly DatedCheckIn[], from: DatedCheckIn, id: string): boolean {
  if (!from.corrects) return false;
  const next = checkIns.find((one) => one.id === from.corrects);
  return from.corrects === id || (next !== undefined && leadsTo(checkIns, next, id));
}

test('computeStandingRatings gives the rating that holds at a point, not a later one', () => {
  const history = computeHistory([
    checkIn('a', '2026-01-01T00:00:00Z', { coding: 2, coaching: 1 }),
    checkIn('b', '2026-02-01T00:00:00Z', { coding: 3 }),
    checkIn('c', '2026-03-01T00:00:00Z', { coaching: 4 }),
  ]);
  const [, second] = history;
  if (!second) throw new Error('There are three points.');
  expect([...computeStandingRatings(history, second).values()]).toEqual([
    { skill: 'coding', level: 3 },
    { skill: 'coaching', level: 1 },
  ]);
});
