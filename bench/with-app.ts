import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type AppProcess, makeAppProcess } from '@/tests/support/app-server';
import { withDeadline } from './deadline';
import { chooseSize } from './size';

/** A build, a start and the longest measurement take less on a busy machine. */
const MOST_MINUTES = chooseSize({ full: 45, quick: 15 });

/** Does work in a folder of its own, which is gone afterwards. */
export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rung-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does work with a server that is stopped afterwards. */
export async function withServer<Result>(
  server: AppProcess,
  work: (server: AppProcess) => Promise<Result>,
): Promise<Result> {
  const measure = async () => {
    await server.start();
    return work(server);
  };
  try {
    return await withDeadline(MOST_MINUTES, measure);
  } finally {
    await server.stop();
  }
}

/** Does work with the built app, as it runs for people, on data of its own. */
export function withApp<Result>(
  work: (app: AppProcess) => Promise<Result>,
  settings: Readonly<Record<string, string>> = {},
): Promise<Result> {
  return withFolder(async (folder) =>
    withServer(await makeAppProcess({ DATA_DIR: folder, ...settings }), work),
  );
}
