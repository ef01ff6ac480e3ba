import { expect, test } from 'vitest';
import { guessRegion } from '@/lib/domain/region';

test.each([
  ['en-GB,en;q=0.9', 'UK'],
  ['en-US,en;q=0.9', 'US'],
  ['de-DE,de;q=0.9,en-US;q=0.8', 'any'],
  ['de,en-US;q=0.7,en;q=0.3', 'any'],
  ['zh-Hant-TW', 'any'],
  ['en', 'UK'],
  ['*', 'UK'],
  ['', 'UK'],
  [null, 'UK'],
])('guesses the region of %s as %s', (languages, region) => {
  expect(guessRegion(languages)).toBe(region);
});
