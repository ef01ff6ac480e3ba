import { expect, test } from 'vitest';
import { chooseLocale, findCountry } from '@/lib/domain/locale';

test.each([
  ['en-GB,en;q=0.9', 'GB', 'en-GB'],
  ['en-US,en;q=0.9', 'US', 'en-US'],
  ['en;q=0.9,en-AU;q=0.8', 'AU', 'en-AU'],
  ['en-IN', 'IN', 'en-IN'],
  ['fr-CA,en-US;q=0.7', 'CA', 'en-CA'],
  ['de-DE,de;q=0.9,en-US;q=0.8', 'DE', 'en-GB'],
  ['de,en-US;q=0.7,en;q=0.3', 'DE', 'en-GB'],
  ['zh-Hant-TW', 'TW', 'en-GB'],
  ['es-419', '419', 'en-GB'],
  ['en', null, 'en-GB'],
  ['*', null, 'en-GB'],
  ['--, ;;q=1', null, 'en-GB'],
  ['', null, 'en-GB'],
  [null, null, 'en-GB'],
])('reads of %s the country %s, and writes as %s', (languages, country, locale) => {
  expect(findCountry(languages)).toBe(country);
  expect(chooseLocale(languages)).toBe(locale);
});
