import { AsyncLocalStorage } from 'node:async_hooks';

export type RequestContext = {
  /** What the answer, the error page and the log call this request. */
  id: string;
  /** Whether an action has read its form yet. */
  hasActionBegun: boolean;
};

/** The server in front and the application are bundled apart; within one process they share what hangs here. */
const key = Symbol.for('rung.request-context');
const shared = globalThis as typeof globalThis & { [key]?: AsyncLocalStorage<RequestContext> };

function storage(): AsyncLocalStorage<RequestContext> {
  shared[key] ??= new AsyncLocalStorage<RequestContext>();
  return shared[key];
}

/** Handles a request so that whatever it leads to can tell which it was. */
export function followRequest<T>(context: RequestContext, handle: () => T): T {
  return storage().run(context, handle);
}

export function getRequestId(): string | undefined {
  return storage().getStore()?.id;
}

/** To be called by an action once it has its form: from there on, a failure is no longer the sender's. */
export function noteActionBegun(): void {
  const context = storage().getStore();
  if (context) context.hasActionBegun = true;
}
