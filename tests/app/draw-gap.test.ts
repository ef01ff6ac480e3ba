import { describe, expect, it } from 'vitest';
import { buildGapView } from '@/app/(signed-in)/gap/build-gap-view';
import { drawGap, type GapFacts } from '@/app/(signed-in)/gap/draw-gap';
import { loadCareer } from '@/lib/catalogue';
import { withOwnSteps } from '@/lib/domain/career/own-steps';
import type { Role } from '@/lib/domain/career/schema';
import { buildDefaultPreferences } from '@/lib/domain/climb/profile';
import { listTrue } from '@/lib/domain/climb/standing';

const career = loadCareer();
const roleOf = (id: string): Role => career.roleById.get(id) ?? expect.fail(`no role ${id}`);
const goal = roleOf('devops-engineer');
const preferences = buildDefaultPreferences({ today: '2026-11-28', region: 'UK' });
const rating = { sure: null, hasEvidence: false, takenAt: '2026-11-20T12:00:00.000Z' };
const [{ id: ofCoding = '' } = {}] = career.skillById.get('coding')?.levels[1]?.canDo ?? [];
const base: GapFacts = {
  career,
  ratings: { coding: rating, 'server-administration': rating },
  rated: { levels: { coding: 2, 'server-administration': 1 }, also: [], except: [] },
  today: '2026-11-28',
  region: 'UK',
  account: { timeZone: 'Europe/London' },
  goal: { id: 'goal-a', role: goal, preferences },
  isInWork: false,
  proof: { items: [], given: [] },
  done: [],
  role: goal,
  hoursLeft: null,
};
const [first] = drawGap(base).shown.rows;

describe('what the gap page is drawn from', () => {
  it('is kept while nothing of it changes', () => {
    expect(drawGap({ ...base, done: [] })).toBe(drawGap(base));
    expect(JSON.parse(drawGap(base).text)).toEqual(drawGap(base).shown);
    expect(first).toBeDefined();
  });

  it('is what is worked out from it', () => {
    expect(drawGap(base).shown).toEqual(
      buildGapView({
        career,
        person: {
          ratings: base.rated,
          sureness: {
            coding: { sure: null, hasEvidence: false, days: 8 },
            'server-administration': { sure: null, hasEvidence: false, days: 8 },
          },
          proof: new Map([
            ['coding', { claimed: countTrue('coding'), shown: 0, confirmed: 0 }],
            [
              'server-administration',
              { claimed: countTrue('server-administration'), shown: 0, confirmed: 0 },
            ],
          ]),
          goal: { id: 'goal-a', role: goal },
          isInWork: false,
          done: new Set(),
          preferences,
        },
        role: goal,
        hoursLeft: null,
      }),
    );
  });

  const proof = {
    items: [{ source: null, sourceLevel: null, canDos: [ofCoding], newest: '2026-11-20' }],
    given: [],
  };
  const changed: [string, Partial<GapFacts>][] = [
    ['a level', { rated: { ...base.rated, levels: { coding: 3 } } }],
    ['a can-do above it', { rated: { ...base.rated, also: ['code-design-for-others'] } }],
    ['a can-do that is not true', { rated: { ...base.rated, except: ['code-change-a-script'] } }],
    ['how sure somebody is', { ratings: { coding: { ...rating, sure: 'low' } } }],
    ['what is shown', { proof }],
    ['how old it is', { today: '2028-11-28' }],
    ['whose goal it is', { goal: { ...base.goal, id: 'goal-b' } }],
    ['the goal', { goal: { ...base.goal, role: roleOf('qa-lead') } }],
    ['a post', { isInWork: true }],
    ['a finished step', { done: ['missing-semester'] }],
    ['a region', { goal: { ...base.goal, preferences: { ...preferences, region: 'US' } } }],
    ['the worth of an hour', { goal: { ...base.goal, preferences: { ...preferences, hourWorth: 0 } } }],
    ['the role', { role: roleOf('qa-lead') }],
    ['the hours of a plan', { hoursLeft: 12 }],
  ];

  it.each(changed)('is made anew for %s', (_what, change) => {
    const facts = { ...base, ...change };
    const drawn = drawGap(facts);
    expect(drawn).not.toBe(drawGap(base));
    expect(drawGap(facts)).toBe(drawn);
  });

  it('is never kept with steps of a person’s own', () => {
    const own = {
      id: 'own-a',
      kind: 'course' as const,
      title: 'A course at work',
      url: null,
      hours: 1,
      weeks: 1,
      cost: null,
      prerequisites: [],
      retiredAt: null,
      teaches: ['code-change-a-script'],
      atWork: false,
    };
    const facts = { ...base, career: withOwnSteps(career, [own]) };
    expect(drawGap(facts)).not.toBe(drawGap(facts));
    expect(drawGap(facts).shown.rows).toHaveLength(drawGap(base).shown.rows.length);
  });
});

function countTrue(skill: string): number {
  return [...listTrue(career, base.rated)].filter((id) => career.canDoById.get(id)?.skill === skill).length;
}
