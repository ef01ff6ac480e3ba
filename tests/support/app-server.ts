import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type AppServer = {
  origin: string;
  dataFolder: string;
  output: () => string;
  stop: () => Promise<void>;
};

/** Starts the built app as a process of its own, on a free port and with a data folder of its own. */
export async function startAppServer(settings: Record<string, string> = {}): Promise<AppServer> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'rung-app-'));
  const env = { ...process.env, PORT: '0', DATA_DIR: dataFolder, NO_COLOR: '1', ...settings };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const origin = await waitForOrigin(child, () => output);
  return {
    origin,
    dataFolder,
    output: () => output,
    stop: async () => {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function waitForOrigin(child: ChildProcess, output: () => string): Promise<string> {
  for (;;) {
    const origin = /Rung is ready at (\S+)/.exec(output())?.[1];
    if (origin) return origin;
    if (child.exitCode !== null) throw new Error(output());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
