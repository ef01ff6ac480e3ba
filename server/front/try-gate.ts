import type { ServerResponse } from 'node:http';
import { findNetworks } from '@/lib/http/network';

const MINUTE_MS = 60_000;
export const SOON_SECONDS = 5;
/** Fields that a trial has, with room: its lists have sixty entries each. An address can hold thousands. */
const MOST_FIELDS = 150;

/** One plan is worked out while the next page is made ready: more at once would only wait further on, at a higher price. */
const MOST_INSIDE = 2;
/** Requests that are held back at once; one more is told to wait at once. */
const MOST_HELD = 200;

export type TryGate = {
  /** How many seconds to wait, or null for one that is let in. It keeps its place until the answer begins. */
  enter: (address: string, response: ServerResponse) => Promise<number | null>;
  /** To be called when the answer to a request begins. */
  leave: (response: ServerResponse) => void;
};

/**
 * Lets strangers in to have a plan worked out: so many a minute from one network, and a few at once. So many more wait in
 * a queue for a moment. Who finds it full is told to wait as late, so that asking again at once is no more often.
 */
export function createTryGate(limits: {
  perMinute: number;
  waiting: number;
  holdMs: number;
  now?: () => number;
}): TryGate {
  const { perMinute, waiting, holdMs, now = Date.now } = limits;
  const inside = new Set<ServerResponse>();
  /** Those in the queue, the first to come first, each with what lets it in where its network may. */
  const queue = new Map<ServerResponse, () => boolean>();
  let held = 0;
  let counts = new Map<string, number>();
  let minute = 0;

  function countSeconds(network: string): number | null {
    const time = now();
    if (Math.floor(time / MINUTE_MS) !== minute) counts = new Map();
    minute = Math.floor(time / MINUTE_MS);
    const isOver = (counts.get(network) ?? 0) >= perMinute;
    return isOver ? Math.ceil((MINUTE_MS - (time % MINUTE_MS)) / 1000) : null;
  }

  function admit(network: string, response: ServerResponse): boolean {
    if (inside.size >= MOST_INSIDE || countSeconds(network) !== null) return false;
    counts.set(network, (counts.get(network) ?? 0) + 1);
    inside.add(response);
    return true;
  }

  function leave(response: ServerResponse): void {
    if (!inside.delete(response)) return;
    for (const letIn of queue.values()) if (letIn()) return;
  }

  return {
    async enter(address, response) {
      const network = findNetworks(address).near;
      response.once('close', () => leave(response));
      if (admit(network, response)) return null;
      if (held >= MOST_HELD) return SOON_SECONDS;
      return new Promise((resolve) => {
        const finish = (seconds: number | null) => {
          clearTimeout(timer);
          response.off('close', giveUp);
          queue.delete(response);
          held -= 1;
          resolve(seconds);
        };
        const giveUp = () => finish(countSeconds(network) ?? SOON_SECONDS);
        const timer = setTimeout(giveUp, holdMs);
        response.once('close', giveUp);
        held += 1;
        // Who has had enough for this minute takes no place in the queue from others.
        if (countSeconds(network) !== null || queue.size >= waiting) return;
        queue.set(response, () => {
          const isIn = admit(network, response);
          if (isIn) finish(null);
          return isIn;
        });
      });
    },
    leave,
  };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/**
 * A plain page that says to wait, with all that was entered in a form that sends it again. It costs next to nothing, and
 * holds nothing but itself.
 */
export function sendBusyPage(
  response: ServerResponse,
  { query, waitSeconds }: { query: string; waitSeconds: number },
): void {
  const fields = [...new URLSearchParams(query)].slice(0, MOST_FIELDS).map(([name, value]) => {
    return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
  });
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'retry-after': String(waitSeconds),
  });
  response.end(`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Please wait a moment · Rung</title></head>
<body><main><h1>Please wait a moment</h1>
<p>Many plans are being worked out just now. What you chose is still here: press the button again in a moment.</p>
<form method="get" action="/try">${fields.join('')}<button type="submit">Show my gap and plan</button></form>
<p><a href="/">About Rung</a> · <a href="/sign-up">Create an account</a></p></main></body></html>
`);
}
