import { expect, it } from 'vitest';
import { deletePendingImport, getPendingImport, savePendingImport } from '@/lib/queries/pending-imports';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

it('gives a file back until it is deleted or an hour old', async () => {
  const user = await makePerson();
  const now = new Date('2026-03-01T12:00:00Z');
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const id = await savePendingImport(user, '{"note":"é😀"}', now);
  expect(await getPendingImport(user, id, later(59))).toBe('{"note":"é😀"}');
  expect(await getPendingImport(user, id, later(61))).toBeNull();
  await deletePendingImport(user, id);
  expect(await getPendingImport(user, id, now)).toBeNull();
});

it('keeps only the latest file of a person', async () => {
  const user = await makePerson();
  const first = await savePendingImport(user, 'one');
  const second = await savePendingImport(user, 'two');
  expect(await getPendingImport(user, first)).toBeNull();
  expect(await getPendingImport(user, second)).toBe('two');
});

it('cannot see or delete another person’s file', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const id = await savePendingImport(ada, 'ada');
  expect(await getPendingImport(bob, id)).toBeNull();
  await deletePendingImport(bob, id);
  expect(await getPendingImport(ada, id)).toBe('ada');
});
