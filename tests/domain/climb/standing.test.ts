import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { computeNearestRoles } from '@/lib/domain/climb/nearest-roles';
import {
  type BandRating,
  computeReadiness,
  computeReadinessBand,
  computeStanding,
  listTrue,
  type Ratings,
} from '@/lib/domain/climb/standing';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
const roleOf = (id: string) => career.roles.find((role) => role.id === id) ?? expect.fail(`no role ${id}`);
const ratingsOf = (levels: Record<string, Level>, parts: Partial<Ratings> = {}): Ratings => ({
  levels,
  also: [],
  except: [],
  ...parts,
});
const allAt = (level: Level) => Object.fromEntries(career.skills.map(({ id }) => [id, level]));
const anyLevels = fc.record(
  Object.fromEntries(career.skills.map(({ id }) => [id, fc.constantFrom<Level>(0, 1, 2, 3, 4, 5)])) as Record<
    string,
    fc.Arbitrary<Level>
  >,
);

describe('standing', () => {
  it('gives the first edition’s readiness where levels have no exceptions', () => {
    const held = { exactly: 0, atLeast: 0 };
    fc.assert(
      fc.property(anyLevels, fc.constantFrom(...career.roles), (levels, role) => {
        const standing = computeStanding(career, { role, ratings: ratingsOf(levels) });
        const [sum, most] = career.skills.reduce(
          ([reached, asked], { id }) => {
            const target = role.targets[id] ?? 0;
            return [reached + Math.min(levels[id] ?? 0, target), asked + target];
          },
          [0, 0],
        );
        // What a role does not ask for counts as there, so it can only be more.
        const plain = Math.floor((100 * sum) / most + 1e-9);
        expect(standing.readiness).toBeGreaterThanOrEqual(Math.min(plain, 99));
        const isExact = (career.notAsked[role.id] ?? []).length === 0 && !standing.isReady;
        if (isExact) expect(standing.readiness).toBe(Math.min(plain, 99));
        held[isExact ? 'exactly' : 'atLeast'] += 1;
        expect(computeReadiness(career, { role, ratings: ratingsOf(levels) })).toBe(standing.readiness);
        expect(standing.readiness === 100).toBe(standing.missing.length === 0);
      }),
      { numRuns: 200 },
    );
    expectHeld(held);
  });

  it('takes exceptions out of a level and adds what is true above it', () => {
    const except = career.canDos.find(({ skill, level }) => skill === 'coding' && level === 1)?.id ?? '';
    const also = career.canDos.find(({ skill, level }) => skill === 'coding' && level === 3)?.id ?? '';
    const ratings = ratingsOf({ coding: 2 }, { also: [also], except: [except] });
    const held = listTrue(career, ratings);
    expect([held.has(except), held.has(also)]).toEqual([false, true]);
    const row = computeStanding(career, { role: roleOf('devops-engineer'), ratings }).rows.find(
      ({ skill }) => skill.id === 'coding',
    );
    expect(row).toMatchObject({ level: 2, reached: 0, isRated: true });
    expect(row?.points).toBeCloseTo(2 - 1 / 6 + 1 / 6);
    expect(row?.missing.map(({ id }) => id)).toContain(except);
  });

  it('asks for what a role asks above its levels, and not for what is let stand', () => {
    const role = roleOf('site-reliability-engineer');
    const ratings = ratingsOf(role.targets);
    const open = computeStanding(career, { role, ratings });
    expect(open.missing.map(({ id }) => id).sort()).toEqual([...(career.alsoAsked[role.id] ?? [])].sort());
    expect(open.readiness).toBe(99);
    const letStand = open.missing.map(({ id }) => id);
    expect(computeStanding(career, { role, ratings, letStand })).toMatchObject({
      readiness: 100,
      isReady: true,
    });
  });

  it('shows the missing can-dos of a skill by its topics', () => {
    const { rows } = computeStanding(career, {
      role: roleOf('devops-engineer'),
      ratings: ratingsOf({ coding: 1 }),
    });
    for (const row of rows) {
      expect(row.topics.flatMap(({ missing }) => missing.map(({ id }) => id)).sort()).toEqual(
        row.missing.map(({ id }) => id).sort(),
      );
      for (const { topic, missing } of row.topics)
        for (const canDo of missing) expect(canDo.topic).toBe(topic.id);
    }
  });

  it('widens the band by sureness and evidence, within the scale', () => {
    const base = computeStanding(career, { role: roleOf('devops-engineer'), ratings: ratingsOf(allAt(0)) });
    const bandAt = (level: Level, rating: BandRating) => {
      const rows = base.rows
        .slice(0, 2)
        .map((row) => ({ ...row, level, isRated: true, target: 5 as const, points: level }));
      const sureness = Object.fromEntries(rows.map(({ skill }) => [skill.id, rating]));
      return computeReadinessBand({ ...base, rows, readiness: level * 20 }, sureness);
    };
    const widths = (
      [
        ['low', false],
        ['low', true],
        [null, false],
        ['medium', true],
        ['high', false],
        ['high', true],
      ] as const
    ).map(([sure, hasEvidence]) => bandAt(3, { sure, hasEvidence }));
    expect(widths).toEqual([
      { low: 42, high: 78 },
      { low: 48, high: 72 },
      { low: 48, high: 72 },
      { low: 52, high: 68 },
      { low: 52, high: 68 },
      { low: 52, high: 68 },
    ]);
    const low = { sure: 'low', hasEvidence: false } as const;
    expect([bandAt(5, low).high, bandAt(0, low).low]).toEqual([100, 0]);
  });

  it('keeps readiness within its band', () => {
    fc.assert(
      fc.property(anyLevels, fc.constantFrom(...career.roles), (levels, role) => {
        const standing = computeStanding(career, { role, ratings: ratingsOf(levels) });
        const wide = computeReadinessBand(standing, {});
        const narrow = computeReadinessBand(
          standing,
          Object.fromEntries(
            career.skills.map(({ id }) => [id, { sure: 'high' as const, hasEvidence: false }]),
          ),
        );
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(narrow.low).toBeLessThanOrEqual(standing.readiness);
        expect(narrow.high).toBeGreaterThanOrEqual(standing.readiness);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
      { numRuns: 100 },
    );
  });

  it('orders roles by what is missing and lists those met apart', () => {
    const goal = roleOf('devops-engineer');
    const ratings = ratingsOf(
      { ...allAt(3), 'server-administration': 2 },
      { also: ['design-survive-a-failure'] },
    );
    const { nearest, met } = computeNearestRoles(career, { goal, ratings });
    const gaps = nearest.map(({ totalGap }) => totalGap);
    expect(gaps).toEqual([...gaps].sort((one, other) => one - other));
    const standings = career.roles.map((role) => computeStanding(career, { role, ratings }));
    const isMet = ({ role, isReady }: (typeof standings)[number]) => isReady && role.id !== goal.id;
    expect(met.length).toBeGreaterThan(0);
    expect(met).toEqual(standings.filter(isMet).map(({ role }) => role));
    expect(nearest.length + met.length).toBe(career.roles.length - 1);
    const most = computeNearestRoles(career, { goal, ratings, most: 3 });
    expect(most).toEqual({ nearest: nearest.slice(0, 3), met });
  });
});
