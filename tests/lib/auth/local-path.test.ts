import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLocalPath } from '@/lib/auth/local-path';

describe('security 15: toLocalPath', () => {
  test.each([
    ['/plan', '/plan'],
    ['/gap?role=platform-engineer', '/gap?role=platform-engineer'],
    ['/plan/export', '/plan/export'],
    ['/gap?next=//evil.example', '/gap?next=//evil.example'],
    ['/', '/'],
  ])('keeps %s', (address, path) => {
    expect(toLocalPath(address)).toBe(path);
  });

  test.each([
    undefined,
    '',
    'plan',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/plan/..//evil.example',
    '//evil.example\\@rung.test',
    '//user:secret@evil.example/plan',
    'javascript:alert(1)',
    ' /plan',
    '//[::1',
    ['/plan', '/gap'],
  ])('sends %j home', (address) => {
    expect(toLocalPath(address)).toBe('/home');
  });

  test('never leaves the site, whatever it is given', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      '%2f',
      '%5c',
      'evil.example',
    );
    const addressArbitrary = fc.oneof(
      fc.array(fc.oneof(part, fc.string({ maxLength: 4 })), { maxLength: 8 }).map((parts) => parts.join('')),
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
    );
    fc.assert(
      fc.property(addressArbitrary, (address) => {
        const path = toLocalPath(address);
        for (const site of ['https://rung.test', 'http://localhost:3000/sign-in?x=1'])
          expect(new URL(path, site).origin).toBe(new URL(site).origin);
        expect(path.startsWith('/')).toBe(true);
        expect(toLocalPath(path)).toBe(path);
      }),
      { numRuns: 3_000 },
    );
  });
});
