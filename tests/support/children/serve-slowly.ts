import { readEnv } from '@/lib/env';
import { createFront } from '@/scripts/serve/front';
import { openPort, stopOnSignal } from '@/scripts/serve/listen';

/** A server of its own process whose answers take their time: /500 is half a second. Prints its port, then its end. */
const env = readEnv({ PORT: '0' });
const front = createFront({ env, isDev: false });
const { servers, port } = await openPort({ env, front });
stopOnSignal({ servers, front, close: async () => console.log('closed') });
front.serve({
  policy: { prerendered: {}, errors: [], pages: [], files: [], handlers: [] },
  findAsker: async () => null,
  handle: (request, response) => {
    setTimeout(() => response.end('done'), Number(request.url?.slice(1)));
  },
});
console.log(port);
