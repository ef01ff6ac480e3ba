import { expect, test } from 'vitest';
import { describePace } from '@/lib/wording/own-step-pace';

test.each([
  ['12', '3', 'About 4 hours a week'],
  ['12', '5', 'About 3 hours a week'],
  ['3', '4', 'About 1 hour a week'],
  ['1,200', '10', 'About 120 hours a week'],
  ['', '3', null],
  ['12', '0', null],
  ['twelve', '3', null],
])('%s hours in %s weeks', (hours, weeks, pace) => {
  expect(describePace(hours, weeks)).toBe(pace);
});
