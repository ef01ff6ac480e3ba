import { readEnv } from '@/lib/env';
import { createFront } from '@/server/front/front';
import { openPort, stopOnSignal } from '@/server/listen';

/**
 * A server of its own process, told how long it waits when it stops. Prints its port, `asked` for each request and
 * its end. A request for /held is answered on SIGUSR2.
 */
const [drainMs, samePressMs] = process.argv.slice(2).map(Number);
const env = readEnv({ PORT: '0' });
const front = createFront({ env, isDev: false });
const { servers, port } = await openPort({ env, front });
stopOnSignal(
  { servers, front, close: async () => console.log('closed') },
  drainMs === undefined || samePressMs === undefined ? undefined : { drainMs, samePressMs },
);
front.serve({
  policy: { prerendered: {}, errors: [], pages: [], files: [], handlers: [] },
  findAsker: async () => null,
  handle: (request, response) => {
    if (request.url === '/held') process.once('SIGUSR2', () => response.end('done'));
    else response.end('done');
    console.log('asked');
  },
});
console.log(port);
