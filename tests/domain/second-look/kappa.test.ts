import { describe, expect, it } from 'vitest';
import { LEVELS } from '@/lib/domain/lists';
import { computeWeightedKappa, type LevelPair } from '@/lib/domain/second-look/kappa';

const toPairs = (table: readonly (readonly number[])[]): LevelPair[] =>
  LEVELS.flatMap((own) =>
    LEVELS.flatMap((second) =>
      Array.from({ length: table[own]?.[second] ?? 0 }, (): LevelPair => ({ own, second })),
    ),
  );

describe('weighted kappa', () => {
  /** Two dermatologists and 88 patients, from the manual of SAS/STAT, PROC FREQ, "Tests and Measures of Agreement". */
  const SKIN = [
    [13, 6, 2, 0],
    [5, 12, 4, 2],
    [2, 12, 10, 5],
    [0, 1, 4, 10],
  ];

  it('gives what the published example gives', () => {
    // Four categories there, six levels here: linear weights differ by a factor, which kappa does not feel.
    const agreement = computeWeightedKappa(toPairs(SKIN));
    expect(agreement?.kappa).toBeCloseTo(0.5082, 4);
    expect(agreement?.low).toBeCloseTo(0.3798, 4);
    expect(agreement?.high).toBeCloseTo(0.6366, 4);
  });

  it('is 1 where all agree, 0 where both are independent, and unknown where every level is the same', () => {
    const same = toPairs([[2], [0, 3], [0, 0, 5]]);
    expect(computeWeightedKappa(same)).toMatchObject({ kappa: 1, low: 1, high: 1 });
    const independent = toPairs([
      [4, 4],
      [4, 4],
    ]);
    expect(computeWeightedKappa(independent)?.kappa).toBeCloseTo(0, 12);
    expect(computeWeightedKappa(toPairs([[], [], [0, 0, 12]]))).toBeNull();
    expect(computeWeightedKappa([])).toBeNull();
  });

  it('never leaves -1 to 1', () => {
    const opposed = computeWeightedKappa(toPairs([[0, 0, 0, 0, 0, 5], [], [], [], [], [5]]));
    expect(opposed?.kappa).toBe(-1);
    expect(opposed?.low).toBe(-1);
  });
});
