import { expect, it } from 'vitest';
import { buildProviders, readGithubClaims } from '@/lib/auth/providers';

const keys = { id: 'id', secret: 'secret' };

it('knows a provider only where its keys are set', () => {
  expect([...buildProviders({}).keys()]).toEqual([]);
  expect([...buildProviders({ google: keys, unheard: keys }).keys()]).toEqual(['google']);
  const all = buildProviders({
    github: keys,
    google: keys,
    oidc: { ...keys, issuer: 'https://login.example.org/realm', name: 'Example' },
  });
  expect([...all.values()].map(({ title, origin, issuer }) => ({ title, origin, issuer }))).toEqual([
    { title: 'GitHub', origin: 'https://github.com', issuer: 'https://github.com' },
    { title: 'Google', origin: 'https://accounts.google.com', issuer: 'https://accounts.google.com/' },
    { title: 'Example', origin: 'https://login.example.org', issuer: 'https://login.example.org/realm' },
  ]);
});

it('asks every provider for proof that the answer belongs to this browser', () => {
  const all = buildProviders({ github: keys, google: keys, oidc: { ...keys, issuer: 'https://a.example' } });
  for (const { config } of all.values())
    expect(config.checks).toEqual(expect.arrayContaining(['pkce', 'state']));
});

it.each([
  [true, { email: 'ada@example.org', isEmailVerified: true }],
  ['true', { isEmailVerified: true }],
  [false, { isEmailVerified: false }],
  ['yes, surely', { isEmailVerified: false }],
  [undefined, { isEmailVerified: false }],
])('security 14: takes %o for whether an address is verified', async (email_verified, expected) => {
  const [provider] = buildProviders({ oidc: { ...keys, issuer: 'https://a.example' } }).values();
  const profile = { sub: 's', email: 'ada@example.org', email_verified };
  expect(await provider?.config.profile?.(profile, {})).toMatchObject({ id: 's', claims: expected });
});

const person = { id: 7, login: 'ada', name: null };
const address = { email: 'ada@example.org', primary: true, verified: true };

it.each([
  [[{ ...address, email: 'b@example.org', primary: false }, address], 'ada@example.org', true],
  [[{ ...address, verified: false }], 'ada@example.org', false],
  [[{ ...address, primary: false }], null, false],
  [[], null, false],
])('security 14: takes of GitHub’s addresses %j', (emails, email, isEmailVerified) => {
  expect(readGithubClaims({ person, emails })).toEqual({
    issuer: 'https://github.com',
    subject: '7',
    name: 'ada',
    email,
    isEmailVerified,
  });
});

it.each(['half \ud83d', 'a\0b', '', 'x'.repeat(256)])('report 1: refuses a subject such as %j', (sub) => {
  const [provider] = buildProviders({ oidc: { ...keys, issuer: 'https://a.example' } }).values();
  expect(() => provider?.config.profile?.({ sub, email: 'ada@example.org' }, {})).toThrow();
});
