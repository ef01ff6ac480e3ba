import { AsyncLocalStorage } from 'node:async_hooks';

/** Whether an action has read its form yet. */
export type ActionProgress = { hasBegun: boolean };

/** The server in front and the application are bundled apart; within one process they share what hangs here. */
const key = Symbol.for('rung.action-progress');
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<ActionProgress> };

function storage(): AsyncLocalStorage<ActionProgress> {
  shared[key] ??= new AsyncLocalStorage<ActionProgress>();
  return shared[key];
}

/** Handles a request so that its action, if it holds one, can note its progress. */
export function followAction(progress: ActionProgress, handle: () => void): void {
  storage().run(progress, handle);
}

/** To be called by an action once it has its form: from there on, a failure is no longer the sender's. */
export function noteActionBegun(): void {
  const progress = storage().getStore();
  if (progress) progress.hasBegun = true;
}
