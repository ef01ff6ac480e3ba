import { setImmediate } from 'node:timers/promises';

/** The event loop is given back after this long, so that whoever else is served waits no longer. */
const PIECE_MS = 20;

/** To be called again and again by long work: gives a promise to wait for when it is time to let others be served. */
export function makePauses(): () => Promise<void> | null {
  let began = performance.now();
  return () => {
    if (performance.now() - began <= PIECE_MS) return null;
    return setImmediate().then(() => {
      began = performance.now();
    });
  };
}

/** The results of a long list, in its order. Others are served in between: a large file must not stand in their way. */
export async function mapInPieces<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
): Promise<R[]> {
  const results: R[] = [];
  const pause = makePauses();
  for (const [index, item] of items.entries()) {
    const time = pause();
    if (time !== null) await time;
    results.push(work(item, index));
  }
  return results;
}
