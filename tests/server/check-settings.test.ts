import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/env';
import { checkSettings } from '@/server/check-settings';
import { startDatabaseServer } from '../support/database-server';
import { findFreePort } from '../support/free-port';
import { startMailServer } from '../support/mail-server';
import { startOidcServer } from '../support/oidc-server';

const MAIL_FROM = 'Rung <rung@example.org>';
const check = (settings: Record<string, string>, cores = 2) => checkSettings(readEnv(settings), cores);

describe('report 3: the start tries the settings by what they are for', () => {
  it('has nothing to say of none', async () => {
    expect(await check({})).toEqual([]);
  });

  it('security 16.n: warns of domains that nobody checks', async () => {
    const SIGN_UP_DOMAINS = 'example.org';
    expect(await check({ SIGN_UP_DOMAINS })).toEqual([expect.stringContaining('SIGN_UP_DOMAINS')]);
    expect(await check({ SIGN_UP_DOMAINS, SIGN_UP: 'invited' })).toEqual([]);
  });

  it('greets the mail server, and sends nothing', async () => {
    const server = await startMailServer();
    expect(await check({ SMTP_URL: server.url, MAIL_FROM })).toEqual([]);
    expect(server.mails).toEqual([]);
    await server.stop();
  });

  it('warns where no mail server answers', async () => {
    const SMTP_URL = `smtp://127.0.0.1:${await findFreePort()}`;
    expect(await check({ SMTP_URL, MAIL_FROM })).toEqual([
      expect.stringMatching(/^The mail server that SMTP_URL names does not answer as one \(E\w+\)/),
    ]);
  });

  it('refuses a password that the mail server refuses, with every sign in it as it is written', async () => {
    const given: unknown[] = [];
    const server = new SMTPServer({
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth({ password }, _session, done) {
        given.push(password);
        done(null, password === 'pa$word1' ? { user: 'user' } : {});
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    expect(await check({ SMTP_URL: `smtp://user:pa$word1@127.0.0.1:${port}`, MAIL_FROM })).toEqual([]);
    await expect(check({ SMTP_URL: `smtp://user:pa@127.0.0.1:${port}`, MAIL_FROM })).rejects.toThrow(
      'The mail server refuses the user or the password in SMTP_URL.',
    );
    expect(given).toEqual(['pa$word1', 'pa']);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('asks the OpenID provider what it calls itself', async () => {
    const provider = await startOidcServer();
    provider.allow('http://localhost:3000');
    expect(await check(provider.settings)).toEqual([]);
    provider.allow(null);
    expect(await check(provider.settings)).toEqual([expect.stringContaining('does not answer')]);
    await provider.stop();
    const other = createServer((_request, response) =>
      response.end('{"issuer":"https://login.example.org"}'),
    );
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await check({ ...provider.settings, AUTH_OIDC_ISSUER: `http://127.0.0.1:${port}` })).toEqual([
      expect.stringContaining('calls itself "https://login.example.org"'),
    ]);
    other.close();
  });

  it('refuses a sign-in provider that there is not', async () => {
    await expect(check({ AUTH_GITLAB_ID: 'x', AUTH_GITLAB_SECRET: 'y' })).rejects.toThrow(
      'AUTH_GITLAB_ID names a sign-in provider that Rung does not know; it knows GITHUB, GOOGLE and OIDC.',
    );
  });

  it('reads from the replica once', async () => {
    const server = await startDatabaseServer();
    const DATABASE_READ_URL = `ws://127.0.0.1:${server.port}`;
    expect(await check({ DATABASE_READ_URL })).toEqual([]);
    await server.kill();
    expect(await check({ DATABASE_READ_URL })).toEqual([
      expect.stringMatching(/^The server that DATABASE_READ_URL names does not answer/),
    ]);
  });
});

describe('security 17.c: the start warns', () => {
  const AUTH_SECRET = 'x'.repeat(32);

  it('of a public address without a trusted proxy', async () => {
    const AUTH_URL = 'https://rung.example.org';
    expect(await check({ AUTH_URL, AUTH_SECRET })).toEqual([
      expect.stringMatching(/^AUTH_URL is public and TRUSTED_PROXY is not set/),
    ]);
    expect(await check({ AUTH_URL, AUTH_SECRET, TRUSTED_PROXY: '127.0.0.1' })).toEqual([]);
    expect(await check({ AUTH_URL: 'http://localhost:3000' })).toEqual([]);
  });

  it('of a single core', async () => {
    expect(await check({}, 1)).toEqual([expect.stringMatching(/^This machine has one core/)]);
  });
});
