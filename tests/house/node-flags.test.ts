import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * By how many per cent of what is in use the lasting part of the heap may grow before it is collected. Left alone, V8 lets it
 * grow to several times of that, which held 70 MB more under load. At 40 long pages took a fifth longer, at 100 none did.
 */
const FLAG = '--heap-growing-percent=100';

it.each([
  'package.json',
  'docs/Containerfile',
  'docs/systemd/rung.service',
  'playwright.config.ts',
  'tests/support/app-server.ts',
])('%s starts the server with the flag that bounds its heap', (file) => {
  const starts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /start\.mjs(?! --dev)/.test(line) && !line.includes('makeServerProcess'));
  expect(starts).not.toEqual([]);
  for (const line of starts) expect(line).toContain(FLAG);
});

it('is a flag that this Node knows', () => {
  expect(spawnSync(process.execPath, [FLAG, '-e', '']).status).toBe(0);
});
