import { isIPv6 } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import {
  isDomain,
  isNetwork,
  listOf,
  oneOf,
  onOrOff,
  secret,
  sender,
  setting,
  url,
  wholeNumber,
} from './setting';

/** A setting that Rung cannot run with. The message is a sentence for the person who set it. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The keys of a sign-in provider, found by the convention AUTH_NAME_ID, AUTH_NAME_SECRET. */
export type ProviderKeys = { id: string; secret: string; issuer?: string; name?: string };

type Source = Record<string, string | undefined>;

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const SECRET_LENGTH = 32;
const MAKE_SECRET = 'make one with: openssl rand -base64 33';

/** Whether a host name, without its port, always means the machine itself. */
export function isLoopback(hostname: string): boolean {
  const address = `http://${isIPv6(hostname) ? `[${hostname}]` : hostname}`;
  return /^[\w.:[\]-]+$/.test(hostname) && URL.canParse(address) && LOOPBACK.test(new URL(address).hostname);
}

/** Each guards the others on a server against one person, or against strangers. */
const LIMITS = {
  LIMIT_TRY_PER_ADDRESS: wholeNumber({ least: 1, most: 10_000, fallback: 20 }),
  LIMIT_TRY_WAITING: wholeNumber({ least: 1, most: 1_000, fallback: 8 }),
  LIMIT_PLANNER_SECONDS: wholeNumber({ least: 1, most: 600, fallback: 30 }),
  LIMIT_PLANNER_MEGABYTES: wholeNumber({ least: 64, most: 16_384, fallback: 512 }),
  LIMIT_CHECK_INS: wholeNumber({ least: 1, most: 100_000, fallback: 5_000 }),
  LIMIT_STEPS: wholeNumber({ least: 1, most: 100_000, fallback: 20_000 }),
  LIMIT_PLANS: wholeNumber({ least: 1, most: 10_000, fallback: 500 }),
  LIMIT_IMPORTS_PER_HOUR: wholeNumber({ least: 1, most: 10_000, fallback: 20 }),
  LIMIT_EXPORTS_PER_HOUR: wholeNumber({ least: 1, most: 10_000, fallback: 120 }),
};

const schema = z.object({
  PORT: wholeNumber({ least: 0, most: 65_535, fallback: 3000, remark: ' (any free port)' }),
  HOST: setting,
  DATA_DIR: setting
    .refine(
      (value) => !/^(?:~|\$)/.test(value ?? ''),
      'is read as it stands: write the whole path of the folder.',
    )
    .transform((value) => path.resolve(/* turbopackIgnore: true */ value ?? 'data')),
  DATABASE_URL: url(['file:', 'libsql:', 'ws:', 'wss:', 'http:', 'https:'], 'libsql://127.0.0.1:8080'),
  DATABASE_AUTH_TOKEN: setting,
  DATABASE_READ_URL: url(['libsql:', 'ws:', 'wss:', 'http:', 'https:'], 'ws://127.0.0.1:8081'),
  AUTH_SECRET: secret({ least: SECRET_LENGTH, advice: MAKE_SECRET }),
  AUTH_SECRET_OLD: secret({ least: SECRET_LENGTH, advice: 'give the whole of the earlier AUTH_SECRET.' }),
  AUTH_URL: url(['http:', 'https:'], 'https://rung.example.org').transform((value, context) => {
    if (value === undefined) return undefined;
    const parsed = new URL(value);
    if (parsed.pathname === '/' && !parsed.search && !parsed.hash && !parsed.username) return parsed.origin;
    context.addIssue({
      code: 'custom',
      message: 'must be an address without a path, such as https://rung.example.org.',
    });
    return z.NEVER;
  }),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org').refine(
    (value) => value === undefined || /^\/?$/.test(new URL(value).pathname + new URL(value).search),
    'must end with the host or its port: nothing behind them is read.',
  ),
  MAIL_FROM: sender,
  SIGN_UP: oneOf(['open', 'invited', 'closed'], 'open'),
  SIGN_UP_DOMAINS: listOf(isDomain, 'domains of email addresses such as example.org'),
  SESSION_IDLE_DAYS: wholeNumber({ least: 1, most: 30, fallback: 14 }),
  TRY: onOrOff('on'),
  METRICS_TOKEN: secret({ least: 16, advice: 'make one with: openssl rand -hex 16' }),
  TRUSTED_PROXY: listOf(isNetwork, 'addresses or networks such as 10.0.0.2, 10.0.0.0/8'),
  LOG_ADDRESSES: onOrOff('off'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  ...LIMITS,
});

/**
 * The settings without those of the sign-in providers.
 * @internal A test holds the documents against them.
 */
export const SETTING_NAMES: string[] = Object.keys(schema.shape);

/** A misspelt limit would limit nothing, and nobody would know. */
function requireKnownLimits(source: Source): void {
  const unknown = Object.keys(source).find((name) => name.startsWith('LIMIT_') && !(name in LIMITS));
  if (unknown)
    throw new SettingsError(`There is no setting ${unknown}; there are ${Object.keys(LIMITS).join(', ')}.`);
}

/** Off this machine, who can read along could sign in as anybody. */
function isSafeIssuer(issuer: string | undefined): boolean {
  if (!issuer || !URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function readProviders(source: Source): Record<string, ProviderKeys> {
  const found: Record<string, Partial<ProviderKeys>> = {};
  for (const [variable, value] of Object.entries(source)) {
    const match = /^AUTH_([A-Z0-9]+)_(ID|SECRET|ISSUER|NAME)$/.exec(variable);
    const [, provider, part] = match ?? [];
    if (!provider || !part || !value?.trim()) continue;
    found[provider.toLowerCase()] = { ...found[provider.toLowerCase()], [part.toLowerCase()]: value.trim() };
  }
  const providers: Record<string, ProviderKeys> = {};
  for (const [provider, { id, secret, issuer, name }] of Object.entries(found)) {
    const prefix = `AUTH_${provider.toUpperCase()}`;
    if (!id || !secret)
      throw new SettingsError(`${prefix}_ID and ${prefix}_SECRET must both be set, or neither.`);
    if (provider === 'oidc' && !isSafeIssuer(issuer))
      throw new SettingsError(
        'AUTH_OIDC_ISSUER must be set with AUTH_OIDC_ID, to an https address such as https://login.example.org.',
      );
    providers[provider] = { id, secret, issuer, name };
  }
  return providers;
}

/**
 * Checks the settings and works out what follows from them. Reads nothing but its argument.
 * Throws a SettingsError that names every setting at fault.
 */
export function readEnv(source: Source) {
  const parsed = schema.safeParse(source);
  if (!parsed.success)
    throw new SettingsError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  const settings = parsed.data;
  requireKnownLimits(source);
  const providers = readProviders(source);
  const isPublicUrlLocal = settings.AUTH_URL === undefined || isLoopback(new URL(settings.AUTH_URL).hostname);
  const isBoundLocally = settings.HOST === undefined ? isPublicUrlLocal : isLoopback(settings.HOST);
  const isLocal = isPublicUrlLocal && isBoundLocally;
  if (settings.AUTH_URL === undefined && !isBoundLocally)
    throw new SettingsError(
      'AUTH_URL must be set to the public address (such as https://rung.example.org) when HOST is not localhost.',
    );
  if (settings.AUTH_SECRET === undefined && !isLocal)
    throw new SettingsError(
      `AUTH_SECRET must be set unless Rung is served on localhost only; ${MAKE_SECRET}`,
    );
  if (settings.AUTH_SECRET_OLD !== undefined && settings.AUTH_SECRET_OLD === settings.AUTH_SECRET)
    throw new SettingsError('AUTH_SECRET_OLD must be the secret from before, not AUTH_SECRET itself.');
  if ((settings.SMTP_URL === undefined) !== (settings.MAIL_FROM === undefined))
    throw new SettingsError('SMTP_URL and MAIL_FROM must both be set, or neither.');
  return {
    ...settings,
    DATABASE_URL:
      settings.DATABASE_URL ??
      pathToFileURL(path.join(/* turbopackIgnore: true */ settings.DATA_DIR, 'rung.db')).href,
    /** The address under which people reach this server, without a path. */
    origin: settings.AUTH_URL ?? `http://localhost:${settings.PORT}`,
    providers,
    isLocal,
  };
}

export type Env = ReturnType<typeof readEnv>;

const shared = globalThis as typeof globalThis & { [key]?: Env };
const key = Symbol.for('rung.env');

/** The settings of this process. AUTH_SECRET is missing only while building and in tools that do not serve. */
export const env: Env = shared[key] ?? readEnv(process.env);

/** Reads them once more, now that the secret is made; every bundle of this process then has these, whatever comes after. */
export function settleEnv(): void {
  shared[key] = Object.assign(env, readEnv(process.env));
}
