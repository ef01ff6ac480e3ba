import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { solve } from '@/lib/domain/climb/solve';
import { OBJECTIVES } from '@/lib/domain/lists';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
/** Whoever is drawn depends on the catalogue's entries; of those drawn from it once, some had other least weeks under each objective. */
const people = [38, 55, 6, 20, 27].map((number) => generatePeople(career, { count: 60, seed: 1 })[number]);

describe('the least weeks of a first stage', () => {
  it.each(people)('are the same under every objective, and no plan is shorter', (profile) => {
    if (!profile) throw new Error('there is nobody of that number');
    const weeksByWay = new Map<string, Set<number>>();
    let plans = 0;
    for (const optimiseFor of OBJECTIVES) {
      const preferences = { ...profile.preferences, optimiseFor };
      const { best } = solve(career, { ...profile, preferences }, { effort: 'glance' });
      const [first] = best?.stages ?? [];
      if (!best || !first) continue;
      plans += 1;
      const { bestWeeks, ready, model } = first.solution;
      expect(ready - model.start).toBeGreaterThanOrEqual(bestWeeks);
      const way = [best.way.study, ...best.way.posts].join('>');
      weeksByWay.set(way, new Set([...(weeksByWay.get(way) ?? []), bestWeeks]));
    }
    for (const [way, weeks] of weeksByWay) expect([way, weeks.size]).toEqual([way, 1]);
    expectHeld({ plans });
  });
});
