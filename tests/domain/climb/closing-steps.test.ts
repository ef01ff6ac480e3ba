import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { withOwnSteps } from '@/lib/domain/career/own-steps';
import type { Level } from '@/lib/domain/catalogue';
import { findClosingSteps } from '@/lib/domain/climb/closing-steps';
import { preferencesSchema } from '@/lib/domain/climb/profile';
import { listTrue } from '@/lib/domain/climb/standing';
import { expectHeld } from '../../support/expect-held';

const career = loadCareer();
const preferences = preferencesSchema.parse({ start: '2026-12-07' });
const levels: Record<string, Level> = Object.fromEntries(career.skills.map(({ id }) => [id, 1]));
const held = listTrue(career, { levels, also: [], except: [] });
const footing = { held, isInWork: false, preferences };
const missingOf = (skill: string, level: number) =>
  career.canDos.filter((canDo) => canDo.skill === skill && canDo.level === level);

describe('the steps that close most of what is missing', () => {
  it('can begin now, close something each, and are no full-time study', () => {
    let found = 0;
    for (const { id } of career.skills) {
      const closing = findClosingSteps(career, { missing: missingOf(id, 2), footing });
      expect(closing.length).toBeLessThanOrEqual(2);
      const closed = closing.map(({ closes }) => closes.map((canDo) => canDo.id));
      expect(closed.every((ids) => ids.length > 0)).toBe(true);
      expect(closed[1]?.some((canDo) => !closed[0]?.includes(canDo))).not.toBe(false);
      for (const { step, canBegin } of closing) {
        expect([step.status, step.fullTime, step.atWork, step.kind === 'degree']).toEqual([
          'active',
          false,
          false,
          false,
        ]);
        if (!canBegin) continue;
        found += 1;
        const before = step.teaches.flatMap((canDo) => career.canDoById.get(canDo)?.after ?? []);
        for (const canDo of [...before, ...step.needs.canDo])
          expect(held.has(canDo) || step.teaches.includes(canDo)).toBe(true);
      }
    }
    expectHeld({ found });
  });

  it('takes the lightest for each can-do of those that close at least half as many as the best', () => {
    const build = (id: string, hours: number, teaches: string[]) => ({
      id,
      kind: 'project' as const,
      title: id,
      url: null,
      hours,
      weeks: 1,
      cost: null,
      teaches,
      atWork: false,
      prerequisites: [],
      retiredAt: null,
    });
    const missing = missingOf('coding', 2);
    const [first = '', second = '', third = ''] = missing.map(({ id }) => id);
    const bare = { ...career, steps: [] };
    const small = withOwnSteps(bare, [
      build('own-wide', 30, [first, second, third]),
      build('own-narrow', 12, [first, second]),
      build('own-slow', 80, [third, second]),
      build('own-single', 1, [third]),
    ]);
    const all = { ...footing, held: new Set(career.canDos.map(({ id }) => id)) };
    const names = (done: string[] = []) =>
      findClosingSteps(small, { missing, footing: { ...all, done: new Set(done) } }).map(
        ({ step }) => step.id,
      );
    expect(names()).toEqual(['own-narrow', 'own-wide']);
    expect(names(['own-wide'])).toEqual(['own-single', 'own-narrow']);
    expect(findClosingSteps(small, { missing: [], footing: all })).toEqual([]);
  });

  it('offers work only to who holds a post, unless nothing else closes anything', () => {
    const missing = missingOf('flexibility', 4);
    const everything = new Set(career.canDos.filter(({ level }) => level < 4).map(({ id }) => id));
    const outside = findClosingSteps(career, { missing, footing: { ...footing, held: everything } });
    const inside = findClosingSteps(career, {
      missing,
      footing: { ...footing, held: everything, isInWork: true },
    });
    expect(outside.length).toBeGreaterThan(0);
    expect(inside.some(({ step }) => step.atWork)).toBe(true);
  });
});
