import { AsyncLocalStorage } from 'node:async_hooks';
import { DEFAULT_LOCALE, type Locale } from '@/lib/domain/locale';
import type { DecimalSign } from '@/lib/domain/typed-number';

export type RequestContext = {
  /** What the answer, the error page and the log call this request. */
  id: string;
  /** HEAD asks for no more than what a page would say of itself; missing outside of any request. */
  method?: string;
  /** The path and query that a browser asked for. */
  address: string;
  /** How whoever asks writes dates and money, as their browser says. */
  locale: Locale;
  /** The sign before decimals in what they type. */
  decimalSign: DecimalSign;
  /** Whether an action has read its form yet. */
  hasActionBegun: boolean;
  /** Who asks, once their session was looked up. */
  personId: string | null;
  /** Ends what is worked out for a page when nobody waits for the page. A form that was sent is finished all the same. */
  signal: AbortSignal | undefined;
  /** Whether the answer is that there is no time for one now. */
  isBusy: boolean;
  /** Whether the answer is that there is nothing at the address. */
  isMissing: boolean;
};

/** A request of which nothing is known but what came with it. */
export function makeRequestContext(
  known: Pick<RequestContext, 'id' | 'method' | 'address' | 'locale' | 'decimalSign' | 'signal'>,
): RequestContext {
  return { ...known, hasActionBegun: false, personId: null, isBusy: false, isMissing: false };
}

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

/** Whether the request under way only asks what an answer would be. */
export function isHead(): boolean {
  return storage().getStore()?.method === 'HEAD';
}

/** The path and query of the page under way, so that signing in can lead back there. */
export function getAddress(): string | undefined {
  return storage().getStore()?.address;
}

/** How the page under way writes dates and money. */
export function getLocale(): Locale {
  return storage().getStore()?.locale ?? DEFAULT_LOCALE;
}

/** How whoever sends the form under way writes decimals. */
export function getDecimalSign(): DecimalSign {
  return storage().getStore()?.decimalSign ?? '.';
}

/** To be called by an action once it has its form: from there on, a failure is no longer the sender's. */
export function noteActionBegun(): void {
  const context = storage().getStore();
  if (context) context.hasActionBegun = true;
}

/** For whom the request under way asks, and until when; undefined outside of any request. */
export function getAsker(): Pick<RequestContext, 'personId' | 'signal'> | undefined {
  return storage().getStore();
}

/** To be called once a request turns out to be of somebody's live session. */
export function notePerson(personId: string): void {
  const context = storage().getStore();
  if (context) context.personId = personId;
}

/** To be called by a page that can only say that there is no time for it now; the server in front answers 503. */
export function noteBusy(): void {
  const context = storage().getStore();
  if (context) context.isBusy = true;
}

/**
 * To be called by a page that can only say that there is nothing here; the server in front answers 404. Next's own way
 * draws its page by script alone.
 */
export function noteMissing(): void {
  const context = storage().getStore();
  if (context) context.isMissing = true;
}
