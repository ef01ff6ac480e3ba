import { Agent, get } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startChild, waitForWord } from '../support/child';

const A_DAY_MS = 86_400_000;

async function startServer({ drainMs = A_DAY_MS, samePressMs = A_DAY_MS } = {}) {
  const words = [drainMs, samePressMs].map(String);
  const child = startChild('tests/support/children/serve-slowly.ts', words);
  onTestFinished(() => {
    child.process.kill('SIGKILL');
  });
  await waitForWord(child, '\n');
  const port = Number.parseInt(child.output(), 10);
  return {
    ...child,
    ask: (address: string, agent?: Agent) => ask({ port, path: address, agent }),
    signal: (signal: NodeJS.Signals) => child.process.kill(signal),
    /** Until it takes nothing more. */
    untilStopping: () => expect.poll(() => ask({ port, path: '/' }), { timeout: 20_000 }).toBe('refused'),
  };
}

const ask = (
  options: { port: number; path: string; agent: Agent | undefined } | { port: number; path: string },
) =>
  new Promise<string>((resolve) => {
    get({ host: '127.0.0.1', ...options }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('close', () => resolve(response.complete ? body : 'cut'));
    }).on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'cut'),
    );
  });

describe('stopping (security 20)', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('finishes on %s what is under way, then closes', async (signal) => {
    const server = await startServer();
    const held = server.ask('/held');
    await waitForWord(server, 'asked');
    server.signal(signal);
    await server.untilStopping();
    expect(server.output()).not.toContain('closed');
    server.signal('SIGUSR2');
    expect(await held).toBe('done');
    expect(await server.ended).toBe(0);
    expect(server.output()).toContain('closed');
  });

  it('does not wait for a connection that is only kept open', async () => {
    const server = await startServer();
    expect(await server.ask('/', new Agent({ keepAlive: true }))).toBe('done');
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
  });

  it('gives up on what does not end', async () => {
    const server = await startServer({ drainMs: 100 });
    const endless = server.ask('/held');
    await waitForWord(server, 'asked');
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(await endless).toBe('cut');
    expect(server.output()).toContain('closed');
  });

  it('exits at once on a second Ctrl-C', async () => {
    const server = await startServer({ samePressMs: 0 });
    const held = server.ask('/held');
    await waitForWord(server, 'asked');
    server.signal('SIGINT');
    await server.untilStopping();
    server.signal('SIGINT');
    expect(await server.ended).toBe(130);
    expect(await held).toBe('cut');
  });

  it('takes the echo of a Ctrl-C for no second one', async () => {
    const server = await startServer();
    const held = server.ask('/held');
    await waitForWord(server, 'asked');
    server.signal('SIGINT');
    await server.untilStopping();
    server.signal('SIGINT');
    server.signal('SIGUSR2');
    expect(await held).toBe('done');
    expect(await server.ended).toBe(0);
  });
});
