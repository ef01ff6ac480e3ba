import { sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';
import { openDatabase } from '@/db/database';
import { StorageUnavailableError } from '@/db/storage-error';
import { closeDatabase, getDatabase, installDatabase } from '@/lib/queries/database';
import { isStorageReady } from '@/lib/queries/storage';
import { setUpDatabase } from '../support/database';

const { url } = setUpDatabase();

const ask = () => getDatabase().read((reader) => reader.all(sql`select 1 as one`));

it('shares one database among the bundles of a process', async () => {
  await ask();
  vi.resetModules();
  const bundle = await import('@/lib/queries/database');
  expect(bundle.getDatabase).not.toBe(getDatabase);
  await bundle.closeDatabase();
  installDatabase(await openDatabase({ url }));
  expect(await ask()).toEqual([{ one: 1 }]);
});

it('knows its error from any bundle', async () => {
  vi.resetModules();
  const bundle = await import('@/db/storage-error');
  expect(bundle.StorageUnavailableError).not.toBe(StorageUnavailableError);
  expect(new bundle.StorageUnavailableError('save', 'full', 'SQLITE_FULL')).toBeInstanceOf(
    StorageUnavailableError,
  );
  expect(new Error('StorageUnavailableError')).not.toBeInstanceOf(StorageUnavailableError);
});

it('says whether the database is ready', async () => {
  expect(await isStorageReady()).toBe(true);
  await getDatabase().write((tx) => tx.run(sql`delete from __drizzle_migrations`));
  expect(await isStorageReady()).toBe(false);
  await closeDatabase();
  installDatabase({
    read: () => Promise.reject(new StorageUnavailableError('read', 'unreachable', 'TEST')),
    readLatest: () => Promise.reject(new Error('not asked')),
    write: () => Promise.reject(new Error('not asked')),
    close: () => Promise.resolve(),
  });
  expect(await isStorageReady()).toBe(false);
});
