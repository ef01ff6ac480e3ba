import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import FIRST from '../../support/first-edition-ids.json' with { type: 'json' };

describe('the catalogue of DevOps', () => {
  const career = loadCareer();

  test('holds what the application promises', () => {
    expect(career.skills.flatMap(({ levels }) => levels)).toHaveLength(60);
    expect(career.roles.filter(({ group }) => group === 'ladder')).toHaveLength(9);
    expect(career.roles.filter(({ group }) => group === 'related')).toHaveLength(10);
  });

  test('keeps every id that the first edition had, since what people stored names them', () => {
    expect(career.skills.map(({ id }) => id)).toEqual(FIRST.skills);
    expect(career.roles.map(({ id }) => id)).toEqual(FIRST.roles);
    const isStep = (id: string) => career.stepById.has(id) || career.postById.has(id);
    expect(FIRST.steps.filter((id) => !isStep(id))).toEqual([]);
    expect(FIRST.holdings.filter((id) => !career.holdingById.has(id))).toEqual([]);
  });

  test('is indexed by id', () => {
    for (const entry of career.skills) expect(career.skillById.get(entry.id)).toBe(entry);
    for (const entry of career.roles) expect(career.roleById.get(entry.id)).toBe(entry);
    for (const entry of career.steps) expect(career.stepById.get(entry.id)).toBe(entry);
    for (const entry of career.holdings) expect(career.holdingById.get(entry.id)).toBe(entry);
  });

  test('says at level 0 what was not done yet, and calls nothing an attitude', () => {
    const zeros = career.skills.flatMap(({ levels }) => levels.filter(({ level }) => level === 0));
    expect(zeros).toHaveLength(10);
    for (const { descriptor, canDo = [] } of zeros) {
      expect(descriptor).toMatch(/^You (?:have not yet|cannot yet) /);
      expect(canDo).toEqual([]);
    }
  });

  test('asks at Flexibility for fair cover and for rest, never for nights', () => {
    const levels = career.skillById.get('flexibility')?.levels ?? [];
    const sentences = levels.flatMap(({ descriptor, canDo = [] }) => [
      descriptor,
      ...canDo.map(({ text }) => text),
    ]);
    expect(
      sentences.filter((text) => /\b(?:rest|recovery|fair|fairly|agreed|agreement)\b/.test(text)).length,
    ).toBeGreaterThan(10);
    // A night is named where a turn may be by day or by night, and where nobody has to cover all of them.
    expect(
      sentences.filter((text) => /\bnights?\b/.test(text) && !/day or night|nobody has to cover/.test(text)),
    ).toEqual([]);
  });
});
