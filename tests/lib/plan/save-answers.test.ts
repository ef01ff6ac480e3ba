import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildPlanQuestionsSchema } from '@/lib/domain/plan-questions';
import { saveAnswers } from '@/lib/plan/save-answers';
import { loadStanding } from '@/lib/plan/standing';
import { listCheckIns, saveCheckIn } from '@/lib/queries/check-ins';
import { saveNewHeldPosts } from '@/lib/queries/held-posts';
import { listHoldings, saveHoldings } from '@/lib/queries/holdings';
import { makePerson, setUpDatabase } from '@/tests/support/database';

setUpDatabase();

const second = loadCareer();
const canDos = (skill: string, level: number) =>
  second.canDos.filter((one) => one.skill === skill && one.level === level).map(({ id }) => id);
const [read = '', branch = ''] = canDos('coding', 2);
const [higher = ''] = canDos('coding', 4);
const [backup = ''] = canDos('server-administration', 1);

const rating = { evidence: 'https://example.org', sure: 'high' as const };

async function makeRated() {
  const user = await makePerson();
  await saveCheckIn(user, {
    career: 'devops',
    catalogue: 'c1',
    note: null,
    requestKey: 'k',
    takenAt: new Date('2026-01-01T00:00:00Z'),
    ratings: [
      { skill: 'coding', level: 3, ...rating, also: [higher], except: [read] },
      { skill: 'server-administration', level: 2, ...rating },
      { skill: 'coaching', level: 1, ...rating },
    ],
  });
  return user;
}

it('makes what is not true an exception of its rating, which says the same otherwise', async () => {
  const user = await makeRated();
  const answers = { held: null, missing: [branch, backup, higher, read, 'no-such'] };
  const standing = await loadStanding(user);
  const made = await saveAnswers(user, standing, answers);
  expect(await saveAnswers(user, standing, answers)).toBe(made);
  const [latest, first, ...others] = await listCheckIns(user, 'devops');
  expect(others).toEqual([]);
  expect(made).toBe(latest?.id);
  expect(first?.ratings).toHaveLength(3);
  expect(latest?.ratings).toHaveLength(2);
  expect(latest?.ratings).toEqual(
    expect.arrayContaining([
      { skill: 'coding', level: 3, ...rating, also: [higher], except: [read, branch] },
      { skill: 'server-administration', level: 2, ...rating, except: [backup] },
    ]),
  );
  await saveAnswers(user, await loadStanding(user), answers);
  expect(await listCheckIns(user, 'devops')).toHaveLength(2);
});

it('makes no check-in where everything is true', async () => {
  const user = await makeRated();
  expect(await saveAnswers(user, await loadStanding(user), { held: null, missing: [] })).toBeNull();
  expect(await listCheckIns(user, 'devops')).toHaveLength(1);
});

it('changes of what is held only what was asked, and nothing where nothing was said', async () => {
  const user = await makeRated();
  const led = { id: 'led-people', since: '2020-01', expiresOn: null };
  const degree = { id: 'bachelors-other', since: '2019-07', expiresOn: null };
  await saveHoldings(user, { career: 'devops', holdings: [led, degree] });
  const save = async (held: readonly string[] | null) => {
    await saveAnswers(user, await loadStanding(user), { held, missing: [] });
    return listHoldings(user, 'devops');
  };
  expect(await save(null)).toMatchObject([degree, led]);
  expect(await save(['bachelors-other', 'in-post'])).toMatchObject([degree, { id: 'in-post' }, led]);
  await saveNewHeldPosts(user, {
    career: 'devops',
    posts: [{ post: 'linux-administrator', since: '2024-01', until: null }],
  });
  expect(await save([])).toMatchObject([{ id: 'in-post' }, led]);
});

it('reads answers, and refuses ticks beside None of these', () => {
  const schema = buildPlanQuestionsSchema(second);
  expect(schema.parse({})).toEqual({ held: null, missing: [] });
  expect(schema.parse({ none: 'on' })).toEqual({ held: [], missing: [] });
  expect(schema.parse({ held: 'in-post', answers: { [read]: 'no', [branch]: 'yes' } })).toEqual({
    held: ['in-post'],
    missing: [read],
  });
  for (const wrong of [
    { held: 'in-post', none: 'on' },
    { held: 'led-people' },
    { answers: { [read]: 'maybe' } },
    { answers: { 'no-such': 'no' } },
    { other: 1 },
  ])
    expect(schema.safeParse(wrong).success).toBe(false);
});
