import { AsyncLocalStorage } from 'node:async_hooks';

/** When the browser that asks has last had something saved, in milliseconds since 1970; null if not lately. */
export type OwnWrites = { lastAt: number | null };

/** Several bundles of one process share what hangs here. */
const key = Symbol.for('rung.own-writes');
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<OwnWrites> };

function storage(): AsyncLocalStorage<OwnWrites> {
  shared[key] ??= new AsyncLocalStorage<OwnWrites>();
  return shared[key];
}

/** Handles a request so that its reads see at least what was saved before, and `own` tells what it saves itself. */
export function followOwnWrites<T>(own: OwnWrites, handle: () => T): T {
  return storage().run(own, handle);
}

export function noteOwnWrite(): void {
  const own = storage().getStore();
  if (own) own.lastAt = Date.now();
}

export function getLastOwnWriteAt(): number | null {
  return storage().getStore()?.lastAt ?? null;
}
