import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from './free-port';

export type DatabaseServer = { port: number; kill(): Promise<void>; start(): Promise<void> };

/** A primary offers its log to replicas on a port of its own; a replica names that port. */
type Replication = { offersAt: number } | { followsAt: number };

/** libSQL's own server on loopback, which can be killed and started again with the same data. */
export async function spawnDatabaseServer(
  folder: string,
  replication?: Replication,
): Promise<DatabaseServer> {
  const port = await findFreePort();
  let server: ChildProcess | null = null;
  const kill = async () => {
    const ending = server && once(server, 'exit');
    server?.kill('SIGKILL');
    await ending;
    server = null;
  };
  const start = async () => {
    const words = [
      '-d',
      path.join(folder, 'sqld'),
      '--http-listen-addr',
      `127.0.0.1:${port}`,
      '--no-welcome',
      ...listReplicationWords(replication),
    ];
    server = spawn(findProgram(), words, { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
      if (answer?.ok) return;
      await wait(50);
    }
    throw new Error('The database server did not start.');
  };
  await start();
  return { port, kill, start };
}

function listReplicationWords(replication: Replication | undefined): string[] {
  if (replication === undefined) return [];
  return 'offersAt' in replication
    ? ['--grpc-listen-addr', `127.0.0.1:${replication.offersAt}`]
    : ['--primary-grpc-url', `http://127.0.0.1:${replication.followsAt}`];
}

function findProgram(): string {
  const require = createRequire(import.meta.url);
  const inside = createRequire(require.resolve('sqld/package.json'));
  const folder = path.dirname(inside.resolve(`@sqld/${process.platform}-${process.arch}/package.json`));
  return path.join(folder, 'sqld');
}
