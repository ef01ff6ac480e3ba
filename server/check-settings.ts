import os from 'node:os';
import { openConnection } from '@/db/connection';
import { buildProviders } from '@/lib/auth/providers';
import { type Env, isLoopback, SettingsError } from '@/lib/env';
import { greetMailServer, MailUnavailableError } from '@/lib/reminders/mail';

const PATIENCE_MS = 5_000;

/**
 * Tries the settings by what they are for, before Rung is ready. Throws a SettingsError for what can never work. Returns a
 * sentence for each that does not work now, or is likely not what was meant: Rung runs without it.
 */
export async function checkSettings(env: Env, cores: number = os.availableParallelism()): Promise<string[]> {
  requireKnownProviders(env);
  const tried = await Promise.all([tryMail(env), tryIssuer(env), tryReplica(env)]);
  return [findMissingProxy(env), findUncheckedDomains(env), findFewCores(cores), ...tried].filter(
    (sentence) => sentence !== null,
  );
}

function requireKnownProviders(env: Env): void {
  const known = buildProviders(env.providers);
  const unknown = Object.keys(env.providers)
    .find((id) => !known.has(id))
    ?.toUpperCase();
  if (unknown)
    throw new SettingsError(
      `AUTH_${unknown}_ID names a sign-in provider that Rung does not know; it knows GITHUB, GOOGLE and OIDC.`,
    );
}

function findMissingProxy(env: Env): string | null {
  const isPublic = env.AUTH_URL !== undefined && !isLoopback(new URL(env.AUTH_URL).hostname);
  if (!isPublic || env.TRUSTED_PROXY.length > 0) return null;
  return 'AUTH_URL is public and TRUSTED_PROXY is not set: behind a proxy all people share one address in the limits. Set it to the proxy’s address.';
}

function findUncheckedDomains(env: Env): string | null {
  const isMeant = env.SIGN_UP_DOMAINS.length > 0 && env.SIGN_UP === 'open' && env.SMTP_URL === undefined;
  return isMeant
    ? 'SIGN_UP_DOMAINS is set and SMTP_URL is not: nobody checks that an address is its owner’s, so anybody can name one of these domains.'
    : null;
}

function findFewCores(cores: number): string | null {
  return cores > 1
    ? null
    : 'This machine has one core: pages wait while a plan is worked out. Give Rung two.';
}

async function tryMail(env: Env): Promise<string | null> {
  if (env.SMTP_URL === undefined) return null;
  try {
    await greetMailServer({ smtpUrl: env.SMTP_URL, patienceMs: PATIENCE_MS });
    return null;
  } catch (error) {
    if (!(error instanceof MailUnavailableError)) throw error;
    if (error.code === 'EAUTH' && (error.status ?? 0) >= 500)
      throw new SettingsError('The mail server refuses the user or the password in SMTP_URL.');
    return `The mail server that SMTP_URL names does not answer as one (${error.code}): no mail goes out until it does.`;
  }
}

async function tryIssuer(env: Env): Promise<string | null> {
  const issuer = env.providers.oidc?.issuer;
  if (issuer === undefined) return null;
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    const { issuer: own }: { issuer?: unknown } = await answer.json();
    if (typeof own === 'string' && URL.canParse(own) && new URL(own).href === new URL(issuer).href)
      return null;
    return `The provider that AUTH_OIDC_ISSUER names calls itself ${JSON.stringify(own)}: nobody can sign in with it until both are the same.`;
  } catch {
    return `The provider that AUTH_OIDC_ISSUER names does not answer at ${address}: nobody can sign in with it until it does.`;
  }
}

async function tryReplica(env: Env): Promise<string | null> {
  if (env.DATABASE_READ_URL === undefined) return null;
  const replica = await openConnection({
    url: env.DATABASE_READ_URL,
    authToken: env.DATABASE_AUTH_TOKEN,
    intent: 'read',
  });
  return replica
    .run((orm) => orm.get('select 1'))
    .then(
      () => null,
      () =>
        'The server that DATABASE_READ_URL names does not answer: reads go to DATABASE_URL until it does.',
    )
    .finally(() => replica.close());
}
