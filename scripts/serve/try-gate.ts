import type { ServerResponse } from 'node:http';
import { findNetworks } from '@/lib/network';

const MINUTE_MS = 60_000;
export const SOON_SECONDS = 5;
/** Fields that a trial has, with room; an address can hold hundreds. */
const MOST_FIELDS = 50;

export type TryGate = {
  /** How many seconds to wait, or null for one that is let in. It holds its place until the answer begins. */
  enter: (address: string, response: ServerResponse) => number | null;
  /** To be called when the answer to a request begins. */
  leave: (response: ServerResponse) => void;
};

/** Lets strangers in to have a plan worked out: so many a minute from one network, and so many at once in all. */
export function createTryGate(limits: { perMinute: number; atOnce: number; now?: () => number }): TryGate {
  const { perMinute, atOnce, now = Date.now } = limits;
  const inside = new Set<ServerResponse>();
  let counts = new Map<string, number>();
  let minute = 0;

  return {
    enter(address, response) {
      const time = now();
      if (Math.floor(time / MINUTE_MS) !== minute) counts = new Map();
      minute = Math.floor(time / MINUTE_MS);
      const network = findNetworks(address).near;
      const count = counts.get(network) ?? 0;
      if (count >= perMinute) return Math.ceil((MINUTE_MS - (time % MINUTE_MS)) / 1000);
      if (inside.size >= atOnce) return SOON_SECONDS;
      counts.set(network, count + 1);
      inside.add(response);
      response.once('close', () => inside.delete(response));
      return null;
    },
    leave: (response) => void inside.delete(response),
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
