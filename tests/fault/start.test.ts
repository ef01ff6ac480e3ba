import { closeSync, existsSync, openSync, rmSync, writeSync } from 'node:fs';
import { expect, it } from 'vitest';
import { signUpOverHttp } from './support/person';
import { makePlace } from './support/place';

const PAGE_BYTES = 4096;

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
