import { afterAll } from 'vitest';
import { makeFolder } from './database';
import { type DatabaseServer, spawnDatabaseServer } from './sqld';

const kills: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const kill of kills) await kill();
});

/** libSQL's own server on loopback, which goes away with the test file. */
export async function startDatabaseServer(): Promise<DatabaseServer> {
  const server = await spawnDatabaseServer(makeFolder());
  kills.push(server.kill);
  return server;
}
