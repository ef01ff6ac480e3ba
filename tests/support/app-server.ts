import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFreePort } from './free-port';

/** A server as a process that can die and come back on the same port, with the same data. */
export type AppProcess = {
  port: number;
  origin: string;
  /** The process that serves now. */
  pid: () => number;
  /** All that it has written, over its lives. */
  output: () => string;
  /** Waits until it is ready; throws what it wrote where it ends instead. */
  start: () => Promise<void>;
  /** Ends it and waits for its end; SIGTERM lets it finish what is under way. */
  stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
};

export type AppServer = {
  origin: string;
  dataFolder: string;
  output: () => string;
  stop: () => Promise<void>;
};

/** Finds the built app a port; `start()` comes next. */
export function makeAppProcess(settings: Readonly<Record<string, string>>): Promise<AppProcess> {
  const words = ['--heap-growing-percent=100', 'scripts/start.mjs'];
  return makeServerProcess({ words, readyAt: '/api/health/ready', settings });
}

/** The same for any server in Node that listens on PORT and answers 200 at `readyAt` once it is ready. */
export async function makeServerProcess({
  words,
  readyAt,
  settings,
}: {
  words: readonly string[];
  readyAt: string;
  settings: Readonly<Record<string, string>>;
}): Promise<AppProcess> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const env = { ...process.env, PORT: String(port), NO_COLOR: '1', ...settings };
  let child: ChildProcess | null = null;
  let output = '';
  const hasEnded = () => child === null || child.exitCode !== null || child.signalCode !== null;
  return {
    port,
    origin,
    pid: () => child?.pid ?? 0,
    output: () => output,
    async start() {
      const started = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output += chunk));
      while (!hasEnded()) {
        const answer = await fetch(`${origin}${readyAt}`).catch(() => null);
        if (answer?.ok) return;
        await wait(50);
      }
      throw new Error(`The server did not become ready.\n${output}`);
    },
    async stop(signal = 'SIGTERM') {
      if (hasEnded()) return;
      const ended = child === null ? null : once(child, 'exit');
      child?.kill(signal);
      await ended;
    },
  };
}

/** Starts the built app as a process of its own, on a free port and with a data folder of its own. */
export async function startAppServer(settings: Readonly<Record<string, string>> = {}): Promise<AppServer> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'rung-app-'));
  const app = await makeAppProcess({ DATA_DIR: dataFolder, ...settings });
  await app.start();
  return {
    origin: app.origin,
    dataFolder,
    output: app.output,
    async stop() {
      await app.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
