import { createServer, type Server } from 'node:http';

/**
 * Next listens for upgrades on the server that it is given, or else on whichever a request comes by, and answers them
 * itself. It is given one without a port, so that nobody reaches it; only development passes its upgrades on there.
 *
 * Relies on Next 16.4 (`setupWebSocketHandler` of its custom server takes `httpServer` first). Held by
 * `tests/server/patches.test.ts`.
 */
export function makeUpgradeDecoy(): { httpServer: Server; passOn: (servers: readonly Server[]) => void } {
  const httpServer = createServer();
  return {
    httpServer,
    passOn(servers) {
      for (const server of servers)
        server
          .removeAllListeners('upgrade')
          .on('upgrade', (...upgrade) => httpServer.emit('upgrade', ...upgrade));
    },
  };
}
