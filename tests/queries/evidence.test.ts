import { expect, it } from 'vitest';
import { saveCheckIn } from '@/lib/queries/check-ins';
import {
  deleteEvidence,
  listEvidence,
  restoreEvidence,
  saveEvidence,
  saveNewEvidence,
} from '@/lib/queries/evidence';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const career = 'devops';
const talk = { title: 'Talk', day: '2026-03-01', text: 'I gave a talk', url: null, canDos: ['a', 'b'] };

it('gives back what was added, changed, removed and put back, the newest first', async () => {
  const user = await makePerson();
  const id = await saveNewEvidence(user, { ...talk, career });
  const later = await saveNewEvidence(user, { ...talk, day: '2026-04-01', career });
  expect((await listEvidence(user, career)).map((one) => one.id)).toEqual([later, id]);
  const [, item] = await listEvidence(user, career);
  const basedOn = item?.changedAt ?? '';
  expect(await saveEvidence(user, { ...talk, id, basedOn, title: 'A talk' })).toBe(true);
  expect(await saveEvidence(user, { ...talk, id, basedOn, title: 'Stale' })).toBe(false);
  expect(await listEvidence(user, career)).toMatchObject([
    { id: later },
    { id, title: 'A talk', ...{ canDos: ['a', 'b'] } },
  ]);
  expect(await deleteEvidence(user, id)).toBe(true);
  expect(await deleteEvidence(user, id)).toBe(false);
  expect(await listEvidence(user, career)).toHaveLength(1);
  expect(await restoreEvidence(user, id)).toBe(true);
  expect(await listEvidence(user, career)).toHaveLength(2);
  expect(await listEvidence(user, 'security')).toEqual([]);
});

it('makes an item of what a rating came with, once for the same words', async () => {
  const user = await makePerson();
  for (const [index, level] of ([2, 1] as const).entries())
    await saveCheckIn(user, {
      career,
      catalogue: 'c',
      note: null,
      requestKey: `key ${index}`,
      ratings: [{ skill: 'coding', level, evidence: 'A pull request', sure: null }],
    });
  expect(await listEvidence(user, career)).toMatchObject([
    { title: 'A pull request', source: 'skill/coding', sourceLevel: 2, canDos: null },
  ]);
});

it('cannot see, change or remove what is another person’s', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const id = await saveNewEvidence(ada, { ...talk, career });
  const [item] = await listEvidence(ada, career);
  expect(await listEvidence(bob, career)).toEqual([]);
  expect(await saveEvidence(bob, { ...talk, id, basedOn: item?.changedAt ?? '' })).toBe(false);
  expect(await deleteEvidence(bob, id)).toBe(false);
  expect(await listEvidence(ada, career)).toEqual([item]);
});

it('makes one item of a form that was sent twice, at once or a moment later, and two of two', async () => {
  const user = await makePerson();
  const now = new Date('2026-03-02T12:00:00Z');
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const save = (changes: object, at: Date) => saveNewEvidence(user, { ...talk, ...changes, career, now: at });
  const [first, again] = await Promise.all([save({}, now), save({}, now)]);
  expect(again).toBe(first);
  expect(await save({}, after(30))).toBe(first);
  expect(await save({ canDos: ['a'] }, after(31))).not.toBe(first);
  expect(await save({}, after(61))).not.toBe(first);
  const other = await saveNewEvidence(await makePerson(), { ...talk, career, now });
  expect(other).not.toBe(first);
  expect(await listEvidence(user, career)).toHaveLength(3);
});
