// Preloaded into a server of a test: its clock stands where the file named by RUNG_TEST_CLOCK says and goes on from there.

import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** How long an instant that was read is good for: a test that waits longer than this after writing is sure of its clock. */
const FRESH_MS = 5;

const file = process.env.RUNG_TEST_CLOCK ?? '';
let text = '';
let setAt = 0;
let readAt = Number.NEGATIVE_INFINITY;

function now() {
  const real = performance.now();
  if (real - readAt > FRESH_MS) {
    readAt = real;
    const current = readFileSync(file, 'utf8');
    if (current !== text) [text, setAt] = [current, real];
  }
  return Math.floor(Date.parse(text) + real - setAt);
}

globalThis.Date = new Proxy(Date, {
  construct: (target, given, maker) => Reflect.construct(target, given.length === 0 ? [now()] : given, maker),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
