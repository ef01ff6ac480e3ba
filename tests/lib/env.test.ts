import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import { describe, expect, it } from 'vitest';
import { readEnv, SETTING_NAMES, SettingsError } from '@/lib/env';

const SECRET = 'x'.repeat(32);

function refusal(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

const read = (source: Record<string, string>) => readEnv(source);

describe('settings', () => {
  it('has a default for everything on localhost', () => {
    const env = read({});
    expect(env).toMatchObject({
      PORT: 3000,
      SIGN_UP: 'open',
      LOG_LEVEL: 'info',
      isLocal: true,
      providers: {},
    });
    expect(env.DATABASE_URL).toBe(pathToFileURL('data/rung.db').href);
  });

  it('takes an empty value for one that is not set', () => {
    expect(read({ PORT: '', AUTH_URL: ' ', SIGN_UP: '' })).toEqual(read({}));
  });

  it.each([
    [{ PORT: 'abc' }, /^PORT must be a whole number .* not "abc"/],
    [{ PORT: '70000' }, /^PORT must be/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of .* not "loud"/],
    [{ SIGN_UP: 'maybe' }, /^SIGN_UP must be one of open, invited, closed/],
    [{ DATABASE_URL: 'postgres://me:hidden@db/rung' }, /^DATABASE_URL must be an address/],
    [{ DATABASE_READ_URL: 'file:other.db' }, /^DATABASE_READ_URL must be an address/],
    [{ AUTH_URL: 'rung.example.org' }, /^AUTH_URL must be an address such as/],
    [
      { AUTH_URL: 'https://rung.example.org/app', AUTH_SECRET: SECRET },
      /^AUTH_URL must be .* without a path/,
    ],
    [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET must have at least 32 characters/],
    [{ AUTH_URL: 'https://rung.example.org' }, /^AUTH_SECRET must be set/],
    [{ HOST: '0.0.0.0' }, /^AUTH_URL must be set/],
    [{ HOST: '0.0.0.0', AUTH_URL: 'http://localhost:3000' }, /^AUTH_SECRET must be set/],
    [{ TRUSTED_PROXY: '10.0.0.1, proxy' }, /^TRUSTED_PROXY must be .* not "proxy"/],
    [{ TRUSTED_PROXY: '10.0.0.0/33' }, /^TRUSTED_PROXY must be/],
    [{ SIGN_UP_DOMAINS: 'example.org, @example.com' }, /^SIGN_UP_DOMAINS must be .* not "@example.com"/],
    [{ SESSION_IDLE_DAYS: '31' }, /^SESSION_IDLE_DAYS must be a whole number from 1 to 30, not "31"/],
    [{ METRICS_TOKEN: 'guess' }, /^METRICS_TOKEN must have at least 16 characters/],
    [{ AUTH_SECRET_OLD: 'short' }, /^AUTH_SECRET_OLD must have at least 32 characters/],
    [{ AUTH_SECRET: SECRET, AUTH_SECRET_OLD: SECRET }, /^AUTH_SECRET_OLD must be the secret from before/],
    [{ LOG_ADDRESSES: 'yes' }, /^LOG_ADDRESSES must be one of on, off/],
    [{ DATA_DIR: 'caf\uFFFD' }, /^DATA_DIR must be text in UTF-8/],
    [{ AUTH_GITHUB_ID: 'x' }, /^AUTH_GITHUB_ID and AUTH_GITHUB_SECRET must both be set/],
    [{ AUTH_OIDC_ID: 'x', AUTH_OIDC_SECRET: 'y' }, /^AUTH_OIDC_ISSUER must be set/],
    [
      { AUTH_OIDC_ID: 'x', AUTH_OIDC_SECRET: 'y', AUTH_OIDC_ISSUER: 'http://login.example.org' },
      /^AUTH_OIDC_ISSUER must be set .* https address/,
    ],
    [{ SMTP_URL: 'smtp://localhost' }, /^SMTP_URL and MAIL_FROM must both be set/],
  ])('refuses %j with a sentence', (source, sentence) => {
    expect(refusal(source as Record<string, string>)).toMatch(sentence);
  });

  it.each([
    [{ TRY: 'no' }, /^TRY must be one of on, off, not "no"/],
    [{ LIMIT_CHECK_INS: '0' }, /^LIMIT_CHECK_INS must be a whole number from 1 to 100000, not "0"/],
    [{ LIMIT_PLANS: '1e2' }, /^LIMIT_PLANS must be a whole number/],
    [{ LIMIT_PLANNER_SECONDS: '2.5' }, /^LIMIT_PLANNER_SECONDS must be a whole number/],
    [{ LIMIT_PLAN: '3' }, /^There is no setting LIMIT_PLAN; there are LIMIT_TRY_PER_ADDRESS, /],
  ])('security 17.a: refuses the limit %j with a sentence', (source, sentence) => {
    expect(refusal(source as Record<string, string>)).toMatch(sentence);
  });

  it('security 17.b: has limits by default, and takes others', () => {
    expect(read({})).toMatchObject({ TRY: true, LIMIT_CHECK_INS: 5_000, LIMIT_TRY_WAITING: 8 });
    expect(read({ TRY: 'off', LIMIT_CHECK_INS: '7' })).toMatchObject({ TRY: false, LIMIT_CHECK_INS: 7 });
  });

  it('names every setting at fault, and repeats no secret', () => {
    const message = refusal({
      PORT: 'x',
      LOG_LEVEL: 'y',
      DATABASE_URL: 'nope://me:hidden@db',
      AUTH_SECRET: 'tiny',
    });
    expect(message.split('\n')).toHaveLength(4);
    expect(message).not.toMatch(/hidden|tiny/);
  });

  it.each([
    [{ MAIL_FROM: '"Rung" <noreply@example.org>' }, '"Rung" <noreply@example.org>'],
    [{ MAIL_FROM: 'Rung <noreply@example.org>' }, '"Rung" <noreply@example.org>'],
    [{ MAIL_FROM: 'Rung, Ltd (UK) <noreply@example.org>' }, '"Rung, Ltd (UK)" <noreply@example.org>'],
    [{ MAIL_FROM: '"The \\"Rung\\"" <a@b>' }, '"The \\"Rung\\"" <a@b>'],
    [{ MAIL_FROM: '<noreply@example.org>' }, 'noreply@example.org'],
    [{ MAIL_FROM: 'noreply@example.org' }, 'noreply@example.org'],
  ])('report 3: reads the sender %j as one with one name', (source, from) => {
    const env = read({ SMTP_URL: 'smtp://localhost', ...source });
    expect(env.MAIL_FROM).toBe(from);
    const [only, ...rest] = addressparser(from, { flatten: true });
    expect([only?.address, rest]).toEqual([/[^<]+@[^>]+/.exec(from)?.[0], []]);
  });

  it.each([
    [{ MAIL_FROM: 'Rung' }, /^MAIL_FROM must be one sender such as .*, not Rung\./],
    [{ MAIL_FROM: '"Rung"' }, /^MAIL_FROM must be one sender/],
    [{ MAIL_FROM: 'Rung <noreply>' }, /^MAIL_FROM must be one sender/],
    [{ MAIL_FROM: 'a@example.org, b@example.org' }, /^MAIL_FROM must be one sender/],
    [{ MAIL_FROM: 'Rung noreply@example.org' }, /^MAIL_FROM must be one sender/],
    [{ SMTP_URL: 'smtp://user:100%@localhost' }, /^SMTP_URL holds a % .* write it as %25/],
    [{ SMTP_URL: 'smtp://user:a#b@localhost' }, /^SMTP_URL must be an address/],
    [{ SMTP_URL: 'smtp://localhost#b' }, /^SMTP_URL holds a #/],
    [{ SMTP_URL: 'smtp://localhost?pool=true' }, /^SMTP_URL must end with the host or its port/],
    [{ SMTP_URL: 'smtp:localhost' }, /^SMTP_URL must be an address/],
    [{ DATABASE_URL: 'file:a?b.db' }, /^DATABASE_URL holds a \?: write it as %3F/],
    [{ DATABASE_URL: 'file:100%.db' }, /^DATABASE_URL holds a % .* write it as %25/],
    [{ DATA_DIR: '~/rung' }, /^DATA_DIR is read as it stands/],
    [{ DATA_DIR: '$HOME/rung' }, /^DATA_DIR is read as it stands/],
  ])('report 3: refuses %j, which would be misread', (source, sentence) => {
    expect(refusal(source as Record<string, string>)).toMatch(sentence);
    expect(refusal(source as Record<string, string>)).not.toMatch(/100%|a#b/);
  });

  it('finds sign-in providers by the names of their settings', () => {
    const source = { AUTH_EXAMPLE_ID: 'id', AUTH_EXAMPLE_SECRET: 'secret', AUTH_EXAMPLE_NAME: 'Example' };
    expect(read(source).providers).toEqual({
      example: { id: 'id', secret: 'secret', name: 'Example', issuer: undefined },
    });
  });

  it('lists in .env.example and docs/settings.md the settings it knows, and no other', () => {
    const example = readFileSync('.env.example', 'utf8');
    const table = [...readFileSync('docs/settings.md', 'utf8').matchAll(/^\| (`.*?`) \|/gm)];
    const listed = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    const providers = listed.filter((name) => /^AUTH_(GITHUB|GOOGLE|OIDC)_/.test(name));
    expect(providers).toHaveLength(8);
    expect(table.flatMap(([, names = '']) => names.match(/[A-Z_]+/g) ?? []).sort()).toEqual(listed.sort());
    expect(listed.filter((name) => !providers.includes(name)).sort()).toEqual([...SETTING_NAMES].sort());
  });
});
