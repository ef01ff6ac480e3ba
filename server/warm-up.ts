import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One of those that need an account, which nobody's cookie opens, and where that leads. */
const PAGES = ['/home', '/sign-in'];
const MOST_MS = 10_000;

/**
 * Asks the application for pages that nobody sees, on a port that closes at once: their modules are read and compiled before
 * anybody waits, where the first to come would have held everybody up. Never throws: a page that fails says so to people.
 */
export async function warmUpPages(application: RequestListener): Promise<void> {
  const server = createServer(application).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    for (const path of PAGES) await ask({ port, path });
  } catch {
    // Without a loopback address the first person waits, as they would have.
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function ask(place: { port: number; path: string }): Promise<void> {
  const request = get({ host: '127.0.0.1', ...place, agent: false, headers: { host: 'localhost' } });
  request.setTimeout(MOST_MS, () => request.destroy(new Error('late')));
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
}
