import { describe, expect, it } from 'vitest';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { type GoalEntry, getGoal, listGoals, saveGoal, saveGoalRole } from '@/lib/queries/goals';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const preferences = preferencesSchema.parse({ start: '2026-12-07' });
const build = (changes: Partial<GoalEntry> = {}): GoalEntry => ({
  career: 'devops',
  role: 'devops-engineer',
  preferences,
  holdings: ['bachelors-other'],
  ...changes,
});

describe('saveGoal', () => {
  it('keeps the history and gives back the newest', async () => {
    const user = await makePerson();
    expect(await getGoal(user, 'devops')).toBeNull();
    await saveGoal(user, build({ now: new Date('2026-01-01T00:00:00Z') }));
    await saveGoal(user, build({ role: 'sre', preferences: null, now: new Date('2026-02-01T00:00:00Z') }));
    expect(await getGoal(user, 'devops')).toMatchObject({ role: 'sre', preferences: null });
    const goals = await listGoals(user, 'devops');
    expect(goals.map((goal) => goal.role)).toEqual(['sre', 'devops-engineer']);
    expect(goals[1]).toMatchObject({ preferences, holdings: ['bachelors-other'] });
  });

  it('does not save the goal that stands already', async () => {
    const user = await makePerson();
    const first = await saveGoal(user, build({ holdings: ['a', 'b'] }));
    expect(await saveGoal(user, build({ holdings: ['b', 'a'] }))).toEqual(first);
    expect(await listGoals(user, 'devops')).toHaveLength(1);
  });

  it('answers a conflict to a form that is out of date', async () => {
    const user = await makePerson();
    const first = await saveGoal(user, build({ basedOn: null }));
    if (!first.ok) throw new Error('refused');
    const second = await saveGoal(user, build({ role: 'sre', basedOn: first.id }));
    expect(second.ok).toBe(true);
    const stale = await saveGoal(user, build({ role: 'cloud-engineer', basedOn: first.id }));
    expect(stale).toMatchObject({ ok: false, current: { role: 'sre' } });
    expect(await saveGoal(user, build({ role: 'cloud-engineer', basedOn: null }))).toMatchObject({
      ok: false,
    });
    expect(await listGoals(user, 'devops')).toHaveLength(2);
  });

  it('lets one of two forms win that were sent at once', async () => {
    const user = await makePerson();
    const answers = await Promise.all(
      ['sre', 'cloud-engineer'].map((role) => saveGoal(user, build({ role, basedOn: null }))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await listGoals(user, 'devops')).toHaveLength(1);
  });
});

describe('saveGoalRole', () => {
  const start = async () => {
    const user = await makePerson();
    const first = await saveGoal(user, build());
    if (!first.ok) throw new Error('refused');
    const choose = (role: string, basedOn: string | null = first.id) =>
      saveGoalRole(user, { career: 'devops', role, preferences: null, basedOn });
    return { user, choose };
  };

  it('keeps the preferences and holdings that were changed since the form was filled in', async () => {
    const { user, choose } = await start();
    const newer = { ...preferences, hoursPerWeek: 3 };
    await saveGoal(user, build({ preferences: newer, holdings: ['in-post'] }));
    expect(await choose('sre')).toMatchObject({ ok: true });
    expect(await getGoal(user, 'devops')).toMatchObject({
      role: 'sre',
      preferences: newer,
      holdings: ['in-post'],
    });
    expect(await listGoals(user, 'devops')).toHaveLength(3);
  });

  it('answers a conflict where another role was set since, and takes that role itself', async () => {
    const { user, choose } = await start();
    await choose('sre');
    expect(await choose('qa-lead')).toMatchObject({ ok: false, current: { role: 'sre' } });
    expect(await choose('qa-lead', null)).toMatchObject({ ok: false });
    expect(await choose('sre')).toMatchObject({ ok: true });
    expect(await listGoals(user, 'devops')).toHaveLength(2);
    const stranger = await start();
    expect(await stranger.choose('sre', (await getGoal(user, 'devops'))?.id)).toMatchObject({ ok: false });
  });

  it('gives a first goal the preferences of the start', async () => {
    const user = await makePerson();
    await saveGoalRole(user, { career: 'devops', role: 'sre', preferences, basedOn: null });
    expect(await getGoal(user, 'devops')).toMatchObject({ role: 'sre', preferences, holdings: [] });
  });
});

it('cannot see another person’s goals', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const saved = await saveGoal(ada, build());
  expect(await getGoal(bob, 'devops')).toBeNull();
  expect(await listGoals(bob, 'devops')).toEqual([]);
  const basedOn = saved.ok ? saved.id : '';
  expect(await saveGoal(bob, build({ basedOn }))).toEqual({ ok: false, current: null });
});
