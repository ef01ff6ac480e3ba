import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { type AppProcess, makeAppProcess } from '../../support/app-server';

const endings: (() => void | Promise<void>)[] = [];

afterAll(async () => {
  for (const end of endings.toReversed()) await end();
});

/** A server with a folder of its own, both gone after the test file; `start()` comes next. */
export async function makePlace(
  settings: Readonly<Record<string, string>> = {},
  name = 'data',
): Promise<{ folder: string; file: string; server: AppProcess }> {
  const above = mkdtempSync(path.join(os.tmpdir(), 'rung-fault-'));
  const folder = path.join(above, name);
  mkdirSync(folder);
  endings.push(() => rmSync(above, { recursive: true, force: true }));
  const server = await makeAppProcess({ DATA_DIR: folder, TRUSTED_PROXY: '127.0.0.1,::1', ...settings });
  endings.push(() => server.stop());
  return { folder, file: path.join(folder, 'rung.db'), server };
}

/** Mounts something, and unmounts it at the end at the latest. Wants root, on Linux. */
export function mount(words: readonly string[], at: string): { unmount(): void } {
  execFileSync('mount', [...words, at]);
  let isMounted = true;
  const unmount = () => {
    // Lazily, for where a failed test leaves a server on it.
    if (isMounted) execFileSync('umount', ['--lazy', at]);
    isMounted = false;
  };
  endings.push(unmount);
  return { unmount };
}
