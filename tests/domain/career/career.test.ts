import { describe, expect, test } from 'vitest';
import { loadCareer, loadSecondEdition } from '@/lib/catalogue';

describe('the second edition of the catalogue', () => {
  const career = loadSecondEdition();

  test('holds ten skills, nineteen roles and every step of the first edition', () => {
    expect(career.skills).toHaveLength(10);
    expect(career.roles.map(({ id }) => id)).toEqual(loadCareer().roles.map(({ id }) => id));
    const isKept = ({ id }: { id: string }) => career.stepById.has(id) || career.postById.has(id);
    expect(loadCareer().steps.filter((step) => !isKept(step))).toEqual([]);
    const isHeld = ({ id }: { id: string }) => career.holdingById.has(id);
    expect(loadCareer().holdings.filter((holding) => !isHeld(holding))).toEqual([]);
  });
});
