import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Env, SettingsError } from '@/lib/env';
import { describeError, log } from '@/lib/log';
import type { Front } from './front/front';

// Longer than the idle time of common proxies, so that it is they who close.
const KEEP_ALIVE_MS = 75_000;
const NO_SUCH_ADDRESS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

function explain(error: NodeJS.ErrnoException, { PORT, HOST }: Env): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${PORT} is taken by another program. Stop that one, or choose another port: PORT=${PORT + 1} npm start`;
  if (error.code === 'EACCES') return `Port ${PORT} needs rights that this user does not have.`;
  if (NO_SUCH_ADDRESS.includes(error.code ?? '') || error.code === 'ENOTFOUND')
    return `HOST is "${HOST}", which is not an address of this machine.`;
  return `Rung could not listen on port ${PORT}: ${error.message}`;
}

function listenOn(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}

/** Opens the port on both loopback addresses, on HOST, or on every address. Throws a SettingsError with the reason. */
export async function openPort({ env, front }: { env: Env; front: Front }) {
  const isLoopbackOnly = env.HOST === undefined || env.HOST === 'localhost' ? env.isLocal : false;
  const hosts = isLoopbackOnly ? ['127.0.0.1', '::1'] : [env.HOST];
  const servers: Server[] = [];
  let port = env.PORT;
  for (const host of hosts) {
    const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, front.listener);
    server.on('checkContinue', front.listener);
    server.on('upgrade', (_request, socket: Duplex) => {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });
    try {
      port = await listenOn(server, port, host);
      servers.push(server);
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (host === '::1' && NO_SUCH_ADDRESS.includes(failure.code ?? '')) continue;
      for (const opened of servers) opened.close();
      throw new SettingsError(explain(failure, env));
    }
  }
  return { servers, port };
}

/** A terminal's Ctrl-C reaches this process twice, from the terminal and from npm: within `samePressMs` they are one. */
const STOPPING = { drainMs: 10_000, samePressMs: 500 };

/**
 * Stops on SIGTERM, SIGINT or SIGHUP: takes no more, finishes what is under way within ten seconds, closes, exits 0.
 * A second Ctrl-C exits at once.
 */
export function stopOnSignal(
  options: { servers: Server[]; front: Front; close: () => Promise<void> },
  { drainMs, samePressMs } = STOPPING,
): void {
  let began = 0;
  const stop = async () => {
    if (began > 0) {
      if (Date.now() - began > samePressMs) process.exit(130);
      return;
    }
    began = Date.now();
    options.front.stop();
    for (const server of options.servers) server.close();
    for (const response of options.front.open)
      if (!response.headersSent) response.setHeader('connection', 'close');
    while (options.front.open.size > 0 && Date.now() - began < drainMs) {
      for (const server of options.servers) server.closeIdleConnections();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const server of options.servers) server.closeAllConnections();
    await options
      .close()
      .catch((error: unknown) => log.error({ error: describeError(error) }, 'close failed'));
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
}
