import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type Child = { process: ChildProcess; output: () => string; ended: Promise<number | NodeJS.Signals> };

/** Starts a script of the project as a process of its own, with settings added to this process's. */
export function startChild(
  script: string,
  words: readonly string[],
  settings: Record<string, string> = {},
): Child {
  const file = path.join(import.meta.dirname, '../..', script);
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { process: child, output: () => output, ended };
}

/** Waits until a child has written a word. Throws what it wrote instead when it ends without. */
export async function waitForWord(child: Child, word: string): Promise<void> {
  while (!child.output().includes(word)) {
    const { stdout, stderr, exitCode, signalCode } = child.process;
    if (!stdout || !stderr || exitCode !== null || signalCode !== null) throw new Error(child.output());
    const heard = new AbortController();
    const events = [stdout, stderr].map((stream) => once(stream, 'data', heard));
    await Promise.race([...events, once(child.process, 'close', heard)]).finally(() => heard.abort());
  }
}
