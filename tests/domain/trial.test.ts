import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import {
  buildTrialPreferences,
  buildTrialProfile,
  buildTrialQuery,
  listTrialPosts,
  readTrial,
  readTrialFields,
  readTrialSkill,
} from '@/lib/domain/trial';

const career = loadCareer();

test('reads back what it wrote', () => {
  const [first, second] = career.canDos.filter(({ skill, level }) => skill === 'coding' && level === 2);
  const trial = readTrial(career, {
    role: 'platform-engineer',
    coding: '3',
    coaching: '0',
    except: [first?.id, second?.id, first?.id],
    held: 'bachelors-other',
    hours: '6',
    money: '£1,200.50',
    post: 'devops-engineer',
    years: '4',
  });
  expect(trial.role.id).toBe('platform-engineer');
  expect(trial.levels).toEqual({ coding: 3, coaching: 0 });
  expect(trial).toMatchObject({ isRoleChosen: true, hours: 6, money: 1200.5 });
  expect(trial).toMatchObject({ post: 'devops-engineer', years: 4 });
  expect(trial).toMatchObject({ except: [first?.id, second?.id], held: ['bachelors-other'] });
  expect(readTrial(career, readTrialFields(buildTrialQuery(trial)))).toEqual(trial);
});

test.each([
  [{}, {}],
  [{ coding: '' }, {}],
  [{ coding: '6', coaching: '-1', adaptability: '1.0' }, {}],
  [{ coding: ['3', '4'], nonsense: '3', __proto__: { coding: '3' } }, {}],
])('takes what does not exist as not given: %j', (query, levels) => {
  const trial = readTrial(career, query);
  expect(trial.levels).toEqual(levels);
  expect(trial).toMatchObject({ isRoleChosen: false, hours: null, money: null });
});

test.each([
  [{}, 'junior-devops-engineer'],
  [{ role: '', held: 'bachelors-other' }, 'junior-devops-engineer'],
  [{ role: 'astronaut', held: ['in-post'] }, 'devops-engineer'],
  [{ role: '', post: 'linux-administrator' }, 'devops-engineer'],
  [{ role: 'qa-lead' }, 'qa-lead'],
])('has a near goal for who chose none and does not work in IT: %j', (query, role) => {
  const trial = readTrial(career, query);
  expect(trial.role.id).toBe(role);
  expect(readTrial(career, readTrialFields(buildTrialQuery(trial)))).toEqual(trial);
});

test.each(['0', '81', '6.5', '-3', 'six', ['6', '7']])('takes %j for no hours a week', (hours) => {
  expect(readTrial(career, { hours, money: hours === '81' ? '20,000,000' : 'much' })).toMatchObject({
    hours: null,
    money: null,
  });
});

test('plans with what was said, else with what is usual', () => {
  const plan = (query: Record<string, string>, region: 'UK' | 'US' = 'UK') =>
    buildTrialPreferences(readTrial(career, query), { today: '2026-11-28', region });
  expect(plan({})).toMatchObject({ hoursPerWeek: 10, workHoursPerWeek: 4, budget: null });
  expect(plan({ hours: '6', money: '0' }, 'US')).toMatchObject({
    hoursPerWeek: 6,
    budget: { amount: 0, currency: 'USD' },
  });
});

test('takes what no rating credits, and what there is not, for nothing', () => {
  const above = career.canDos.find(({ skill, level }) => skill === 'coding' && level === 4)?.id;
  const query = { coding: '3', except: [above, 'nothing', 7, null], held: { length: 1 } };
  expect(readTrial(career, query)).toMatchObject({ except: [], held: [] });
});

test('counts with the post that one works in, and for how long', () => {
  const trial = (query: Record<string, string | string[]>) => readTrial(career, { coding: '3', ...query });
  const today = '2026-11-28';
  const said = trial({ post: 'devops-engineer', years: '4' });
  expect(listTrialPosts(said, today)).toEqual([{ post: 'devops-engineer', since: '2022-11', until: null }]);
  expect(buildTrialProfile(career, said, { today, region: 'UK' }).posts).toEqual([
    { post: 'devops-engineer', weeks: 212, current: true },
  ]);
  expect(listTrialPosts(trial({ post: 'devops-engineer', years: '0.5' }), today)).toMatchObject([
    { since: '2026-05' },
  ]);
  // Who does not say how long is counted as new in it.
  expect(listTrialPosts(trial({ post: 'devops-engineer' }), today)).toMatchObject([{ since: '2026-11' }]);
  expect(listTrialPosts(trial({ years: '4' }), today)).toEqual([]);
});

test('reads answers of yes and not yet, and keeps both', () => {
  const [first, second, third] = career.canDos.filter(
    ({ skill, level }) => skill === 'coding' && level === 2,
  );
  const before = { coding: '3', except: [first?.id, third?.id], sure: second?.id };
  const trial = readTrial(career, {
    ...before,
    [`answers.${first?.id}`]: 'yes',
    [`answers.${second?.id}`]: 'no',
    'answers.nothing': 'no',
  });
  expect(trial).toMatchObject({ except: [third?.id, second?.id], sure: [first?.id] });
  expect(readTrial(career, readTrialFields(buildTrialQuery(trial)))).toEqual(trial);
});

test('asks no tick that stands for a post of who said the post, and takes no post that there is not', () => {
  const held = ['in-post', 'related-experience', 'bachelors-other'];
  expect(readTrial(career, { post: 'devops-engineer', held }).held).toEqual(['bachelors-other']);
  expect(readTrial(career, { post: 'shop-manager', held })).toMatchObject({ post: null, held });
  expect(readTrial(career, { post: 'devops-engineer', years: '90' })).toMatchObject({ years: null });
});

test('security 16: reads any query without a fault', () => {
  const keys = fc.oneof(
    fc.constantFrom(
      'role',
      'hours',
      'money',
      'post',
      'years',
      'sure',
      'answers.code-run-a-query',
      'skill',
      'except',
      'held',
      ...career.skills.map(({ id }) => id),
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything()), (query) => {
      const { levels } = readTrial(career, query);
      expect(career.skills).toContain(readTrialSkill(career, query));
      expect(Object.values(levels).every((level) => level >= 0 && level <= 5)).toBe(true);
    }),
    { numRuns: 10_000 },
  );
});
