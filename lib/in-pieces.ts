import { setImmediate } from 'node:timers/promises';

/** The event loop is given back after this long, so that whoever else is served waits no longer. */
const PIECE_MS = 20;

/** The results of a long list, in its order. Others are served in between: a large file must not stand in their way. */
export async function mapInPieces<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
): Promise<R[]> {
  const results: R[] = [];
  let began = performance.now();
  for (const [index, item] of items.entries()) {
    if (performance.now() - began > PIECE_MS) {
      await setImmediate();
      began = performance.now();
    }
    results.push(work(item, index));
  }
  return results;
}
