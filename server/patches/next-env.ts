import { createRequire } from 'node:module';

/** What Next's server is asked by its watcher of files; `forceReload` once one of settings was changed. */
type Asked = { dev: boolean; forceReload: boolean };
type EnvReader = { loadEnvConfig: (asked: Asked) => void };

const require = createRequire(import.meta.url);

/** The methods of Next's server, that of development too, which has them from there. */
export function readNextServer(): EnvReader {
  const { default: server } = require('next/dist/server/next-server') as {
    default: { prototype: EnvReader };
  };
  return server.prototype;
}

/**
 * While Rung is developed, Next watches `.env` and its kin and reads them anew by its own rules, over what was read and
 * checked at the start: one process with two truths. From here on it only says that they were changed.
 *
 * Relies on Next 16.4 (`setup-dev-bundler` has `loadEnvConfig` of the server called for such a change, and nothing else
 * reads them again). Held by `tests/server/patches.test.ts`.
 */
export function leaveEnvAlone(say: (sentence: string) => void): void {
  const server = readNextServer();
  if (typeof server.loadEnvConfig !== 'function')
    throw new Error('Next reads its settings in another way than 16.4 did: see server/patches/next-env.ts.');
  server.loadEnvConfig = ({ forceReload }) => {
    if (forceReload)
      say('.env was changed. It is read once, at the start: stop with Ctrl-C and start again.');
  };
}
