import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { computeReadiness } from '@/lib/domain/climb/standing';
import { computeTwoSidedLadder, findReachedRung } from '@/lib/domain/climb/two-sided-ladder';

const career = loadCareer();
const ratingsAt = (level: Level) => ({
  levels: Object.fromEntries(career.skills.map(({ id }) => [id, level])),
  also: [],
  except: [],
});

describe('the ladder with two sides', () => {
  it('holds every role of the ladder once, the managers beside the engineers', () => {
    const ratings = ratingsAt(2);
    const rungs = computeTwoSidedLadder(career, ratings);
    expect(rungs.map(({ engineer, manager }) => [engineer.role.id, manager?.role.id ?? null])).toEqual([
      ['apprentice-devops-engineer', null],
      ['junior-devops-engineer', null],
      ['devops-engineer', null],
      ['senior-devops-engineer', 'senior-devops-engineer-management'],
      ['lead-devops-engineer', 'lead-devops-engineer-management'],
      ['principal-devops-engineer', 'principal-devops-engineer-management'],
    ]);
    const sides = rungs.flatMap(({ engineer, manager }) => (manager ? [engineer, manager] : [engineer]));
    for (const { role, percent } of sides) expect(percent).toBe(computeReadiness(career, { role, ratings }));
  });

  it('finds the highest rung that is reached in full', () => {
    const reached = ([0, 1, 5] as const).map(
      (level) => findReachedRung(computeTwoSidedLadder(career, ratingsAt(level)))?.engineer.role.id ?? null,
    );
    expect(reached).toEqual([null, 'apprentice-devops-engineer', 'principal-devops-engineer']);
  });
});
