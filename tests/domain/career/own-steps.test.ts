import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { OwnStepFacts } from '@/lib/domain/career/career';
import { findNeededCanDos } from '@/lib/domain/career/entries';
import { type StoredOwnStep, toOwnStepFacts, withOwnSteps } from '@/lib/domain/career/own-steps';

const career = loadCareer();
const own: OwnStepFacts = {
  id: 'own-1',
  kind: 'project',
  title: 'A backup of my own',
  url: null,
  hours: 12,
  weeks: 0,
  cost: null,
  teaches: ['server-check-the-backup', 'flex-hold-a-rota-place', 'sewing'],
  atWork: false,
  prerequisites: ['missing-semester'],
  retiredAt: null,
};

describe('a step of one’s own', () => {
  test('stands among the steps with what can be believed of it', () => {
    const found = withOwnSteps(career, [own]).stepById.get('own-1');
    expect(found?.teaches).toEqual(['server-check-the-backup']);
    expect(found?.planning).toMatchObject({ hours: 12, weeks: 1 });
    expect(found?.needs.steps).toEqual(['missing-semester']);
  });

  test('shows at work what is shown at work only', () => {
    const atWork = withOwnSteps(career, [{ ...own, atWork: true }]).stepById.get('own-1');
    expect(atWork?.teaches).toEqual(['server-check-the-backup', 'flex-hold-a-rota-place']);
    expect(atWork?.needs.post).toEqual({ families: 'any', rank: 0 });
  });

  test('leaves the career alone where there is none', () => {
    expect(withOwnSteps(career, [])).toBe(career);
  });

  test('needs what comes before what it teaches, and not that', () => {
    const step = withOwnSteps(career, [own]).stepById.get('own-1');
    const needed = step && findNeededCanDos(step, career.beforeById);
    expect(needed).toEqual(career.beforeById.get('server-check-the-backup'));
  });
});

describe('a step as it is stored', () => {
  const { teaches: _, atWork: __, ...rest } = own;
  const stored: StoredOwnStep = { ...rest, raises: [], teaches: null, pool: null };

  test('teaches what it names, at work where its hours are those of a post', () => {
    const named = { ...stored, teaches: ['code-change-a-script'], pool: 'work' as const };
    expect(toOwnStepFacts(career, named)).toEqual({ ...own, teaches: named.teaches, atWork: true });
  });

  test('of the first edition teaches the can-dos of the levels that it raises', () => {
    const raises = [
      { skill: 'coding', from: 1 as const, to: 3 as const },
      { skill: 'sewing', from: 0 as const, to: 5 as const },
    ];
    const between = career.canDos.filter(
      ({ skill, level }) => skill === 'coding' && (level === 2 || level === 3),
    );
    expect(between.length).toBeGreaterThan(7);
    expect(toOwnStepFacts(career, { ...stored, raises })).toEqual({
      ...own,
      teaches: between.map(({ id }) => id),
    });
  });
});
