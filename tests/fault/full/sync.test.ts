import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { inventCheckIn, readSavedId, signUpOverHttp } from '../../support/person-over-http';
import { makePlace } from '../support/place';

const SAVES = 100;

/** Writes down every sync that a process asks for, until it is told to stop. */
async function traceSyncs(pid: number, file: string): Promise<() => Promise<string[]>> {
  const words = ['-f', '-y', '-e', 'trace=fsync,fdatasync', '-o', file, '-p', String(pid)];
  const trace = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  await once(trace.stderr, 'data');
  return async () => {
    trace.kill('SIGINT');
    await once(trace, 'exit');
    return readFileSync(file, 'utf8').split('\n');
  };
}

it('has the disk sync at least once for every acknowledged save (security 1)', async () => {
  const { server, folder } = await makePlace();
  await server.start();
  const person = await signUpOverHttp(server.origin);
  const stop = await traceSyncs(server.pid(), path.join(folder, '..', 'syncs'));
  let acknowledged = 0;
  for (let save = 0; save < SAVES; save += 1)
    if (readSavedId(await person.saveCheckIn(inventCheckIn())) !== null) acknowledged += 1;
  const syncs = (await stop()).filter((line) => /f(data)?sync\(\d+<[^>]*rung\.db-wal>/.test(line));
  expect(acknowledged).toBe(SAVES);
  expect(syncs.length).toBeGreaterThanOrEqual(acknowledged);
});
