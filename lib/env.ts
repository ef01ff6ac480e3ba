import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

/** A setting that Rung cannot run with. The message is a sentence for the person who set it. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The keys of a sign-in provider, found by the convention AUTH_NAME_ID, AUTH_NAME_SECRET. */
export type ProviderKeys = { id: string; secret: string; issuer?: string; name?: string };

type Source = Record<string, string | undefined>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);
const SECRET_LENGTH = 32;

/** Whether a host name, without its port, always means the machine itself. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname.toLowerCase());
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  return isIP(address) !== 0 && isPrefix && rest.length === 0;
}

const setting = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

function oneOf<const Choices extends readonly string[]>(choices: Choices, fallback: Choices[number]) {
  return setting.transform((value, context): Choices[number] => {
    if (value === undefined) return fallback;
    if (choices.includes(value)) return value;
    context.addIssue({ code: 'custom', message: `must be one of ${choices.join(', ')}, not "${value}".` });
    return z.NEVER;
  });
}

function url(schemes: readonly string[], example: string) {
  return setting.transform((value, context): string | undefined => {
    if (value === undefined) return undefined;
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (parsed && schemes.includes(parsed.protocol)) return value;
    // The value itself stays unsaid: such an address may carry a password.
    context.addIssue({ code: 'custom', message: `must be an address such as ${example}.` });
    return z.NEVER;
  });
}

const schema = z.object({
  PORT: setting.transform((value, context) => {
    const port = value === undefined ? 3000 : Number(value);
    if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
    context.addIssue({
      code: 'custom',
      message: `must be a whole number from 0 (any free port) to 65535, not "${value}".`,
    });
    return z.NEVER;
  }),
  HOST: setting,
  DATA_DIR: setting.transform((value) => path.resolve(/* turbopackIgnore: true */ value ?? 'data')),
  DATABASE_URL: url(['file:', 'libsql:', 'ws:', 'wss:', 'http:', 'https:'], 'libsql://127.0.0.1:8080'),
  DATABASE_AUTH_TOKEN: setting,
  DATABASE_READ_URL: url(['libsql:', 'ws:', 'wss:', 'http:', 'https:'], 'ws://127.0.0.1:8081'),
  AUTH_SECRET: setting.refine((value) => value === undefined || value.length >= SECRET_LENGTH, {
    message: `must have at least ${SECRET_LENGTH} characters; make one with: openssl rand -base64 33`,
  }),
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
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org'),
  MAIL_FROM: setting,
  SIGN_UP: oneOf(['open', 'closed'], 'open'),
  TRUSTED_PROXY: setting.transform((value, context) => {
    const proxies = value === undefined ? [] : value.split(/[\s,]+/);
    const wrong = proxies.find((proxy) => !isNetwork(proxy));
    if (wrong === undefined) return proxies;
    context.addIssue({
      code: 'custom',
      message: `must be addresses or networks such as 10.0.0.2, 10.0.0.0/8, not "${wrong}".`,
    });
    return z.NEVER;
  }),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
});

/** The settings without those of the sign-in providers. */
export const SETTING_NAMES: string[] = Object.keys(schema.shape);

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
      'AUTH_SECRET must be set unless Rung is served on localhost only; make one with: openssl rand -base64 33',
    );
  if ((settings.SMTP_URL === undefined) !== (settings.MAIL_FROM === undefined))
    throw new SettingsError('SMTP_URL and MAIL_FROM must both be set, or neither.');
  return {
    ...settings,
    DATABASE_URL:
      settings.DATABASE_URL ?? `file:${path.join(/* turbopackIgnore: true */ settings.DATA_DIR, 'rung.db')}`,
    /** The address under which people reach this server, without a path. */
    origin: settings.AUTH_URL ?? `http://localhost:${settings.PORT}`,
    providers,
    isLocal,
  };
}

export type Env = ReturnType<typeof readEnv>;

/** The settings of this process. AUTH_SECRET is missing only while building and in tools that do not serve. */
export const env: Env = readEnv(process.env);
