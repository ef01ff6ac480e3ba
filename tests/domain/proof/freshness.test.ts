import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { computeBandWidth, computeReadinessBand, computeStanding } from '@/lib/domain/climb/standing';
import { computeAgeing } from '@/lib/domain/proof/ageing';
import { chooseFreshLook, computeAges, findNewestDays } from '@/lib/domain/proof/freshness';

const career = loadCareer();
const role = career.roleById.get('devops-engineer') ?? expect.fail('no such role');
const idsAt = (skill: string, level: number) =>
  (career.skillById.get(skill)?.levels[level]?.canDo ?? []).map(({ id }) => id);
const standingOf = (levels: Record<string, 0 | 1 | 2 | 3 | 4 | 5>) =>
  computeStanding(career, { role, ratings: { levels, also: [], except: [] } });

describe('how old a rating is', () => {
  it('widens its band by a tenth of a level for each whole half year, and half a level at most', () => {
    expect([0, 181, 182, 363, 364, 909, 910, 5000].map(computeAgeing)).toEqual([
      0, 0, 0.1, 0.1, 0.2, 0.4, 0.5, 0.5,
    ]);
    expect(computeAgeing(-3)).toBe(0);
    expect(computeBandWidth({ sure: 'high', hasEvidence: false, days: 400 })).toBeCloseTo(0.6);
    expect(computeBandWidth({ sure: null, hasEvidence: false })).toBe(0.6);
  });

  it('never moves readiness, and never makes the band narrower', () => {
    const standing = standingOf({ coding: 2, coaching: 3, 'server-administration': 1 });
    const bandAt = (days: number) =>
      computeReadinessBand(
        standing,
        Object.fromEntries(career.skills.map(({ id }) => [id, { sure: 'medium', hasEvidence: true, days }])),
      );
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(4000), (one, more) => {
        const [fresh, old] = [bandAt(one), bandAt(one + more)];
        expect(old.low).toBeLessThanOrEqual(fresh.low);
        expect(old.high).toBeGreaterThanOrEqual(fresh.high);
        expect(old.low).toBeLessThanOrEqual(standing.readiness);
      }),
    );
    expect(bandAt(2000).high - bandAt(2000).low).toBeGreaterThan(bandAt(0).high - bandAt(0).low);
  });

  it('counts from the newest item or rating, whichever came later', () => {
    const item = { source: null, sourceLevel: null };
    const newest = findNewestDays(career, {
      rated: new Map([
        ['coding', '2025-01-01'],
        ['coaching', '2026-06-01'],
      ]),
      items: [
        { ...item, canDos: idsAt('coding', 2), newest: '2026-01-01' },
        { ...item, canDos: idsAt('coding', 1), newest: '2025-06-01' },
        { ...item, canDos: idsAt('coaching', 1), newest: '2026-05-01' },
        // Shown, but never rated: there is no level to be old.
        { ...item, canDos: idsAt('communications', 1), newest: '2026-05-01' },
      ],
    });
    expect(computeAges(newest, { today: '2026-06-02' })).toEqual({ coding: 152, coaching: 1 });
    expect(computeAges(new Map([['coding', '2026-06-03']]), { today: '2026-06-02' })).toEqual({ coding: 0 });
  });
});

describe('the skill that is asked for', () => {
  const { rows } = standingOf({ coding: 2, coaching: 2, communications: 2 });
  const widthOf = () => 0.7;
  const old = { coding: 400, coaching: 400, communications: 400 };

  it('is the one on which most hours of the plan rest', () => {
    const left = [
      { teaches: idsAt('coaching', 3), hours: 30 },
      { teaches: [...idsAt('coding', 3).slice(0, 1), ...idsAt('coaching', 3).slice(0, 1)], hours: 20 },
      { teaches: idsAt('coding', 3), hours: 35 },
    ];
    expect(chooseFreshLook(career, { rows, ages: old, widthOf, left })).toEqual({
      skill: 'coding',
      days: 400,
      hours: 45,
    });
  });

  it('is rather one that may be further off', () => {
    const left = [
      { teaches: idsAt('coaching', 3), hours: 30 },
      { teaches: idsAt('coding', 3), hours: 35 },
    ];
    const wider = (skill: string) => (skill === 'coaching' ? 0.9 : 0.7);
    expect(chooseFreshLook(career, { rows, ages: old, widthOf: wider, left })?.skill).toBe('coaching');
  });

  it('is no skill that was rated or shown within half a year, and nobody is asked where all are', () => {
    const left = [{ teaches: idsAt('coding', 3), hours: 35 }];
    const look = chooseFreshLook(career, { rows, ages: { ...old, coding: 181 }, widthOf, left });
    const atHalfYear = chooseFreshLook(career, { rows, ages: { ...old, coding: 182 }, widthOf, left });
    expect(atHalfYear).toEqual({ skill: 'coding', days: 182, hours: 35 });
    expect(look).toMatchObject({ hours: 0 });
    expect(look?.skill).not.toBe('coding');
    expect(chooseFreshLook(career, { rows, ages: { coding: 10 }, widthOf, left })).toBeNull();
  });

  it('is without a plan the one of which most is missing', () => {
    const some = standingOf({ coding: 2, coaching: 0 }).rows;
    const missing = (id: string) => {
      const row = some.find(({ skill }) => skill.id === id);
      return row ? row.target - row.points : 0;
    };
    expect(missing('coaching')).not.toBe(missing('coding'));
    expect(chooseFreshLook(career, { rows: some, ages: old, widthOf, left: [] })?.skill).toBe(
      missing('coaching') > missing('coding') ? 'coaching' : 'coding',
    );
  });
});
