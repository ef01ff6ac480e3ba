import type { RequestListener } from 'node:http';
import { isFileUrl } from '@/db/connection';
import { acquireServerLock } from '@/db/lock';
import { observeDatabase } from '@/db/observer';
import { prepareDatabase, toFilePath } from '@/db/prepare';
import { keepPrivate } from '@/db/private-folder';
import { findAsker } from '@/lib/auth/find-asker';
import { resealSecondFactors } from '@/lib/auth/second-factor';
import { loadRespell } from '@/lib/catalogue';
import { env, settleEnv } from '@/lib/env';
import { describeError, log, logConsole } from '@/lib/log';
import { scheduleJobs } from '@/lib/operator/jobs';
import { getMetrics } from '@/lib/operator/metrics';
import { installBuiltWorker } from '@/lib/planner/thread';
import { closeDatabase } from '@/lib/queries/database';
import { checkSettings } from './check-settings';
import { ensureSecret, makeDataFolder } from './data-folder';
import { createFront } from './front/front';
import { openPort, stopOnSignal } from './listen';
import { workerFile } from './next-output/build-output';
import { readPolicy } from './next-output/policy';
import { servePrerendered } from './next-output/prerendered';
import { keepStatements } from './patches/kept-statements';
import { leaveEnvAlone } from './patches/next-env';
import { makeUpgradeDecoy } from './patches/upgrades';
import { warmUpPages } from './warm-up';

/** Opens the port at once, so that a taken one is said before the long part; `start` then serves. */
export async function openServer({ root, isDev }: { root: string; isDev: boolean }) {
  makeDataFolder(env.DATA_DIR);
  if (env.isLocal) ensureSecret(env.DATA_DIR);
  settleEnv();
  const front = createFront({ env, isDev });
  const { servers, port } = await openPort({ env, front });
  let close = async () => {};
  stopOnSignal({ servers, front, close: () => close() });
  const url = env.AUTH_URL ?? `http://localhost:${port}`;
  const file = isFileUrl(env.DATABASE_URL) ? toFilePath(env.DATABASE_URL) : null;
  const warnings = [...keepPrivate({ dataDir: env.DATA_DIR, file }), ...(await checkSettings(env))];
  for (const sentence of warnings) process.stderr.write(`Warning: ${sentence}\n`);

  async function start(): Promise<void> {
    // Not sooner: what is built may be run by another user.
    process.umask(0o077);
    const lock = file ? await acquireServerLock({ dataDir: env.DATA_DIR }) : null;
    await prepareDatabase(
      { url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN, dataDir: env.DATA_DIR },
      lock ? { lock } : {},
    );
    if (file) keepStatements();
    if (env.AUTH_SECRET_OLD !== undefined) await resealSecondFactors();
    const { default: makeApp } = await import('next');
    if (isDev) leaveEnvAlone((sentence) => process.stderr.write(`${sentence}\n`));
    const { httpServer, passOn } = makeUpgradeDecoy();
    const app = makeApp({ dev: isDev, dir: root, hostname: 'localhost', port, httpServer });
    watchDatabase();
    const stopJobs = scheduleJobs();
    close = async () => {
      await stopJobs();
      await app.close();
      await closeDatabase();
      await lock?.release();
    };
    await app.prepare();
    const handle = app.getRequestHandler();
    if (isDev) passOn(servers);
    process.on('unhandledRejection', (reason) =>
      log.error({ error: describeError(reason) }, 'unhandled rejection'),
    );
    if (!isDev) {
      logConsole();
      installBuiltWorker(workerFile(root));
    }
    const policy = readPolicy(root);
    const next: RequestListener = (request, response) => void handle(request, response);
    if (!isDev) await warmUpPages(next);
    const handlePage = servePrerendered({ root, policy, next, respell: loadRespell() });
    front.serve({ handle: handlePage, policy, findAsker });
    process.stdout.write(`Rung is ready at ${url} (Ctrl-C stops it).\n`);
  }
  return { start };
}

/** The database knows nothing of metrics, which are told what they are to know here. */
function watchDatabase(): void {
  const { databaseWaitSeconds, databaseFailures } = getMetrics();
  observeDatabase({
    waited: (intent, seconds) => databaseWaitSeconds.observe({ intent }, seconds),
    failed: (intent, fault) => databaseFailures.inc({ intent, fault }),
  });
}
