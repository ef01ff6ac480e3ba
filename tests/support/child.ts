import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type Child = { process: ChildProcess; output: () => string; ended: Promise<number | NodeJS.Signals> };

/** Starts one of the scripts in tests/support/children as a process of its own. */
export function startChild(script: string, ...args: string[]): Child {
  const file = path.join(import.meta.dirname, 'children', `${script}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { process: child, output: () => output, ended };
}

/** Waits until a child has written a word. Throws what it wrote instead when it ends without. */
export async function waitForWord(child: Child, word: string): Promise<void> {
  while (!child.output().includes(word)) {
    if (child.process.exitCode !== null || child.process.signalCode !== null) throw new Error(child.output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
