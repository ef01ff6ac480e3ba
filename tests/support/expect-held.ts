import { expect } from 'vitest';

/** Fails where an assertion behind a condition was reached less often than `least`: it would pass by never being tried. */
export function expectHeld(counts: Readonly<Record<string, number>>, least = 1): void {
  const seldom = Object.entries(counts).filter(([, count]) => count < least);
  expect(seldom, `each of these holds at least ${least} times`).toEqual([]);
}
