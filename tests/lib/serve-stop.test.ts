import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

async function startServer() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/children/serve-slowly.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  while (!output.includes('\n')) await once(child.stdout, 'data');
  return { child, port: Number.parseInt(output, 10), output: () => output };
}

async function stopped(child: ChildProcess) {
  const began = performance.now();
  const [code] = await once(child, 'exit');
  return { code, afterMs: performance.now() - began };
}

const ask = (port: number, delayMs: number, agent?: Agent) =>
  new Promise<string>((resolve) => {
    get({ port, path: `/${delayMs}`, host: '127.0.0.1', agent }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('close', () => resolve(response.complete ? body : 'cut'));
    }).on('error', () => resolve('refused'));
  });

describe('stopping (security 20)', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes on %s what is under way, then closes', async (signal) => {
    const server = await startServer();
    const slow = ask(server.port, 1_500);
    await wait(300);
    const end = stopped(server.child);
    server.child.kill(signal);
    await wait(200);
    expect(await ask(server.port, 0)).toBe('refused');
    expect(await slow).toBe('done');
    expect(await end).toMatchObject({ code: 0 });
    expect(server.output()).toContain('closed');
  });

  it('does not wait for a connection that is only kept open', async () => {
    const server = await startServer();
    expect(await ask(server.port, 0, new Agent({ keepAlive: true }))).toBe('done');
    server.child.kill('SIGTERM');
    const { code, afterMs } = await stopped(server.child);
    expect(code).toBe(0);
    expect(afterMs).toBeLessThan(2_000);
  });

  it('gives up after ten seconds', async () => {
    const server = await startServer();
    const endless = ask(server.port, 60_000);
    await wait(300);
    server.child.kill('SIGTERM');
    const { code, afterMs } = await stopped(server.child);
    expect(code).toBe(0);
    expect(afterMs).toBeGreaterThan(9_000);
    expect(afterMs).toBeLessThan(12_000);
    expect(await endless).not.toBe('done');
  });

  it('exits at once on a second Ctrl-C, and takes the echo of the first for no second', async () => {
    const server = await startServer();
    const slow = ask(server.port, 30_000);
    await wait(300);
    const end = stopped(server.child);
    server.child.kill('SIGINT');
    await wait(50);
    server.child.kill('SIGINT');
    await wait(700);
    expect(server.child.exitCode).toBeNull();
    server.child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130 });
    await slow;
  });
});
