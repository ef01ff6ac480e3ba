import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { type AppServer, startAppServer } from '../../support/app-server';

export type OwnServer = Pick<AppServer, 'origin' | 'output' | 'stop'> & { database: Client };

/** Starts the built application on data of its own, for what would disturb the other tests. */
export async function startOwnServer(settings: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const server = await startAppServer(settings);
  const file = path.join(server.dataFolder, 'rung.db');
  const database = createClient({ url: pathToFileURL(file).href, timeout: 5000 });
  return {
    origin: server.origin,
    output: server.output,
    database,
    async stop() {
      database.close();
      await server.stop();
    },
  };
}
