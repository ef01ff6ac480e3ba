import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { type AppProcess, makeAppProcess } from '../../support/app-server';
import { findFreePort } from '../../support/free-port';
import { type DatabaseServer, spawnDatabaseServer } from '../../support/sqld';

const SECRET = 'a secret that both app processes share';
const endings: (() => void | Promise<void>)[] = [];

afterAll(async () => {
  for (const end of endings.toReversed()) await end();
});

export type Cluster = { apps: AppProcess[]; primary: DatabaseServer; replica: DatabaseServer };

/** Two app processes on one database server and a replica of it, all of this machine. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rung-cluster-'));
  endings.push(() => rmSync(folder, { recursive: true, force: true }));
  const offersAt = await findFreePort();
  const primary = await spawnDatabaseServer(path.join(folder, 'primary'), { offersAt });
  endings.push(() => primary.kill());
  const replica = await spawnDatabaseServer(path.join(folder, 'replica'), { followsAt: offersAt });
  endings.push(() => replica.kill());
  const makeApp = async (name: string) => {
    const dataDir = path.join(folder, name);
    mkdirSync(dataDir);
    const app = await makeAppProcess({
      DATA_DIR: dataDir,
      DATABASE_URL: `ws://127.0.0.1:${primary.port}`,
      DATABASE_READ_URL: `ws://127.0.0.1:${replica.port}`,
      AUTH_SECRET: SECRET,
      TRUSTED_PROXY: '127.0.0.1,::1',
    });
    endings.push(() => app.stop());
    return app;
  };
  const apps = await Promise.all([makeApp('app-1'), makeApp('app-2')]);
  // At once, so that both find a schema to make.
  await Promise.all(apps.map((app) => app.start()));
  return { apps, primary, replica };
}
