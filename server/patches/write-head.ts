import type { ServerResponse } from 'node:http';

/**
 * Has `decide` look at an answer in the last moment in which its headers can be changed, and say its status.
 *
 * Relies on Node 20 to 24, where every way to begin an answer (writeHead, write, end, flushHeaders, pipe) goes through the
 * `writeHead` of the answer itself, and on Next 16.4, which begins its own in one of these ways. Held by
 * `tests/server/patches.test.ts`.
 */
export function beforeHead(response: ServerResponse, decide: (code: number) => number): void {
  const { writeHead } = response;
  response.writeHead = function (this: ServerResponse, ...[code, ...rest]: Parameters<typeof writeHead>) {
    return Reflect.apply(writeHead, this, [decide(code), ...rest]) as ServerResponse;
  } as typeof writeHead;
}
