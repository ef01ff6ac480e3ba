import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { signUpOverHttp } from '../support/person-over-http';
import { makePlace } from './support/place';

const PAGE_BYTES = 4096;

it('report 9: serves from a folder whose name holds signs of addresses, and closes it to others', async () => {
  const { server, file, folder } = await makePlace({}, 'da#ta? 100%20');
  await server.start();
  await signUpOverHttp(server.origin);
  expect(existsSync(file)).toBe(true);
  expect(server.output()).toContain(
    `Warning: Others on this machine could look into ${folder}. Not any more.`,
  );
  const open = [folder, ...readdirSync(folder).map((name) => path.join(folder, name))].filter(
    (one) => (statSync(one).mode & 0o077) !== 0,
  );
  expect(open).toEqual([]);
  await server.stop();
});

it('refuses to start on a damaged database or none where one was, with a sentence (security 5)', async () => {
  const { server, file } = await makePlace();
  await server.start();
  await signUpOverHttp(server.origin);
  await server.stop();

  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, PAGE_BYTES * 5);
  closeSync(handle);
  await expect(server.start()).rejects.toThrow(
    `The database ${file} is damaged. Restore a backup: npm run restore -- FILE --force`,
  );

  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  await expect(server.start()).rejects.toThrow(`The database ${file} was here before and is gone.`);
  expect(existsSync(file)).toBe(false);
});
