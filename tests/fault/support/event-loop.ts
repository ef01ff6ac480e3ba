import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AppProcess } from '../../support/app-server';

const PROBE = path.join(import.meta.dirname, 'event-loop-probe.mjs');

/** Settings for a server that tells how long its event loop waits. */
export function probeSettings(file: string): Record<string, string> {
  return { NODE_OPTIONS: `--import ${PROBE}`, RUNG_PROBE_FILE: file };
}

/** The longest wait of the server's event loop since it was asked last, but for what other programs made it wait. */
export async function readLongestWaitMs(server: AppProcess, file: string): Promise<number> {
  rmSync(file, { force: true });
  process.kill(server.pid(), 'SIGUSR2');
  while (!existsSync(file)) await wait(5);
  return Number(readFileSync(file, 'utf8'));
}
