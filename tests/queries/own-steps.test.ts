import { expect, it } from 'vitest';
import {
  deleteOwnStep,
  listOwnSteps,
  type OwnStepEntry,
  restoreOwnStep,
  saveNewOwnStep,
  saveOwnStep,
} from '@/lib/queries/own-steps';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const entry: OwnStepEntry = {
  kind: 'course',
  title: 'A course at work',
  url: null,
  hours: 20,
  weeks: 2,
  cost: { amount: 12.5, currency: 'GBP' },
  raises: [{ skill: 'coding', from: 1, to: 2 }],
  prerequisites: ['missing-semester'],
};

it('gives back a step as it was written, changed, retired and restored', async () => {
  const user = await makePerson();
  const id = await saveNewOwnStep(user, { ...entry, career: 'devops' });
  const [made] = await listOwnSteps(user, 'devops');
  expect(made).toMatchObject({ ...entry, id, retiredAt: null });
  const basedOn = made?.changedAt ?? '';
  expect(await saveOwnStep(user, { ...entry, hours: 30, cost: null, id, basedOn })).toEqual({
    ok: true,
    before: made,
  });
  const stale = await saveOwnStep(user, { ...entry, hours: 40, id, basedOn });
  expect(stale).toMatchObject({ ok: false, current: { hours: 30, cost: null } });
  expect(await deleteOwnStep(user, id)).toBe(true);
  expect(await deleteOwnStep(user, id)).toBe(false);
  expect((await listOwnSteps(user, 'devops'))[0]?.retiredAt).not.toBeNull();
  expect(await restoreOwnStep(user, id)).toBe(true);
  expect((await listOwnSteps(user, 'devops'))[0]?.retiredAt).toBeNull();
  expect(await listOwnSteps(user, 'security')).toEqual([]);
});

it('cannot see or change another person’s steps', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const id = await saveNewOwnStep(ada, { ...entry, career: 'devops' });
  const [made] = await listOwnSteps(ada, 'devops');
  expect(await listOwnSteps(bob, 'devops')).toEqual([]);
  const changed = await saveOwnStep(bob, { ...entry, hours: 1, id, basedOn: made?.changedAt ?? '' });
  expect(changed).toEqual({ ok: false, current: null });
  expect(await deleteOwnStep(bob, id)).toBe(false);
  await deleteOwnStep(ada, id);
  expect(await restoreOwnStep(bob, id)).toBe(false);
});

it('makes one step of a form that was sent twice, and two of two', async () => {
  const user = await makePerson();
  const now = new Date('2026-03-02T12:00:00Z');
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const save = (changes: object, at: Date) =>
    saveNewOwnStep(user, { ...entry, ...changes, career: 'devops', now: at });
  const [first, again] = await Promise.all([save({}, now), save({}, now)]);
  expect(again).toBe(first);
  expect(await save({ hours: 21 }, after(1))).not.toBe(first);
  expect(await save({}, after(61))).not.toBe(first);
  expect(await listOwnSteps(user, 'devops')).toHaveLength(3);
});
