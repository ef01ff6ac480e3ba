import { describe, expect, it } from 'vitest';
import { checkFloors, checkSecrets, findOldPackages, findSecrets } from '@/tests/house/check-house';

const SOUND = {
  next: '16.4.6',
  'next-auth': '5.0.0-beta.32',
  'drizzle-orm': '0.45.4',
  nodemailer: '8.0.11',
  sqld: '0.24.1-pre.42',
  react: '19.3.1',
  'react-dom': '19.3.1',
};

describe('security 21: version floors', () => {
  it('pass what is new enough', () => {
    expect(findOldPackages(SOUND)).toEqual([]);
    expect(findOldPackages({ ...SOUND, next: '17.0.0', 'next-auth': '5.0.0' })).toEqual([]);
  });

  it.each([
    ['next', '16.3.2'],
    ['next', '15.9.9'],
    ['next-auth', '5.0.0-beta.31'],
    ['next-auth', '4.24.11'],
    ['drizzle-orm', '0.45.1'],
    ['nodemailer', '8.0.10'],
    ['sqld', '0.24.1-pre.41'],
  ])('catch %s %s', (name, version) => {
    expect(findOldPackages({ ...SOUND, [name]: version })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is ${version} and must be .+ or newer: .+\\.$`)),
    ]);
  });

  it('catch a package that is missing', () => {
    expect(findOldPackages({ ...SOUND, react: undefined })).toHaveLength(1);
  });

  it('hold for what is installed', () => {
    expect(checkFloors()).toEqual([]);
  });
});

describe('security 21: the search for secrets', () => {
  // Put together here, so that this file holds none itself.
  it.each([
    ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '),
    ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
    ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
    ['ghp_', 'a'.repeat(36)].join(''),
    ['AIza', 'b'.repeat(35)].join(''),
    ['xoxb-', '123456789012-abc'].join(''),
    ['sk_live_', 'c'.repeat(24)].join(''),
    ['npm_', 'd'.repeat(36)].join(''),
    `${['eyJ', 'hbGciOiJIUzI1NiJ9'].join('')}.${['eyJ', 'zdWIiOiIxMjM0NTY3'].join('')}.${'e'.repeat(43)}`,
    ['AUTH_SECRET=', 'f'.repeat(44)].join(''),
    ['smtps://rung:', 'correct-horse@mail.example.org'].join(''),
  ])('finds %s', (text) => {
    expect(findSecrets(`first line\n${text}\nlast line`)).toHaveLength(1);
  });

  it('passes settings left empty and addresses without a password', () => {
    expect(findSecrets('AUTH_SECRET=\nSMTP_URL=smtp://localhost:1025\nhttps://example.org/a:b@c')).toEqual(
      [],
    );
  });

  it('finds none in the project', () => {
    expect(checkSecrets()).toEqual([]);
  });
});
