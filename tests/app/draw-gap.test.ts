import { describe, expect, it } from 'vitest';
import { buildGapView, type GapPerson } from '@/app/(signed-in)/gap/build-gap-view';
import { drawGap } from '@/app/(signed-in)/gap/draw-gap';
import { loadCareer } from '@/lib/catalogue';
import { withOwnSteps } from '@/lib/domain/career/own-steps';
import type { Role } from '@/lib/domain/career/schema';
import { buildDefaultPreferences } from '@/lib/domain/climb/profile';

const career = loadCareer();
const roleOf = (id: string): Role => career.roleById.get(id) ?? expect.fail(`no role ${id}`);
const goal = roleOf('devops-engineer');
const preferences = buildDefaultPreferences({ today: '2026-11-28', region: 'UK' });
const person: GapPerson = {
  ratings: { levels: { coding: 2, 'server-administration': 1 }, also: [], except: [] },
  sureness: {},
  proof: new Map(),
  goal: { id: 'goal-a', role: goal },
  isInWork: false,
  done: new Set(),
  preferences,
};
const base = { career, person, role: goal, hoursLeft: null };
const [first] = drawGap(base).shown.rows;

describe('what the gap page is drawn from', () => {
  it('is kept while nothing of it changes', () => {
    expect(drawGap({ ...base, person: { ...person, done: new Set() } })).toBe(drawGap(base));
    expect(JSON.parse(drawGap(base).text)).toEqual(buildGapView(base));
    expect(first).toBeDefined();
  });

  const changed: [string, Partial<GapPerson> | { role: Role } | { hoursLeft: number }][] = [
    ['a level', { ratings: { ...person.ratings, levels: { coding: 3 } } }],
    ['a can-do above it', { ratings: { ...person.ratings, also: ['code-design-for-others'] } }],
    ['a can-do that is not true', { ratings: { ...person.ratings, except: ['code-change-a-script'] } }],
    ['how sure somebody is', { sureness: { coding: { sure: 'low', hasEvidence: true } } }],
    ['what is shown', { proof: new Map([['coding', { claimed: 3, shown: 2, confirmed: 0 }]]) }],
    ['how old it is', { sureness: { coding: { sure: null, hasEvidence: false, days: 400 } } }],
    ['whose goal it is', { goal: { id: 'goal-b', role: goal } }],
    ['the goal', { goal: { id: 'goal-a', role: roleOf('qa-lead') } }],
    ['a post', { isInWork: true }],
    ['a finished step', { done: new Set(['missing-semester']) }],
    ['a region', { preferences: { ...preferences, region: 'US' } }],
    ['the worth of an hour', { preferences: { ...preferences, hourWorth: 0 } }],
    ['the role', { role: roleOf('qa-lead') }],
    ['the hours of a plan', { hoursLeft: 12 }],
  ];

  it.each(changed)('is made anew for %s', (_what, change) => {
    const isOfPage = 'role' in change || 'hoursLeft' in change;
    const input = isOfPage ? { ...base, ...change } : { ...base, person: { ...person, ...change } };
    const drawn = drawGap(input);
    expect(drawn).not.toBe(drawGap(base));
    expect(drawn.shown).toEqual(buildGapView(input));
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
    const input = { ...base, career: withOwnSteps(career, [own]) };
    expect(drawGap(input)).not.toBe(drawGap(input));
    expect(drawGap(input).shown).toEqual(buildGapView(input));
  });
});
