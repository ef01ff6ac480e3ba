import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { leaveEnvAlone, readNextServer } from '@/server/next-env';

const folder = mkdtempSync(path.join(os.tmpdir(), 'rung-next-env-'));
const before = { ...process.env };

afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const edit = (line: string) => writeFileSync(path.join(folder, '.env'), `${line}\n`);
/** As its watcher does when a file of settings was changed. */
const reload = () => readNextServer().loadEnvConfig.call({ dir: folder }, { dev: true, forceReload: true });

it('report 3: an edited .env changes nothing of a process that runs, in development either', () => {
  process.env.__NEXT_PROCESSED_ENV = 'true';
  edit('RUNG_EDITED=by Next');
  reload();
  // What Next does by itself, or leaving it alone is for nothing.
  expect(process.env.RUNG_EDITED).toBe('by Next');
  const said: string[] = [];
  leaveEnvAlone((sentence) => said.push(sentence));
  edit('RUNG_EDITED=again');
  reload();
  expect(process.env.RUNG_EDITED).toBe('by Next');
  expect(said).toEqual([expect.stringContaining('.env was changed')]);
});

it('report 3: Next has its settings read anew by that method alone', () => {
  const require = createRequire(import.meta.url);
  const bundler = require.resolve('next/dist/server/lib/router-utils/setup-dev-bundler');
  const text = readFileSync(bundler, 'utf8');
  expect(text).toContain(`propagateServerField(opts, 'loadEnvConfig'`);
  // The other reading is for types of settings, which Rung does not ask for.
  expect(text.match(/loadEnvConfig\(/g)).toHaveLength(1);
  expect(text).toMatch(/experimental\.typedEnv\)\)? \{\s+\/\/[^\n]*\n\s+const loadEnvConfig/);
  expect(readFileSync('next.config.mjs', 'utf8')).not.toContain('typedEnv');
});
