import { type Logger, pino } from 'pino';
import { env } from './env';
import { getRequestId } from './http/request-context';

/** One JSON object a line on standard output. No line may hold an e-mail address, a password, a token or SQL. */
export const log: Logger = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const requestId = getRequestId();
    return requestId ? { requestId } : {};
  },
});

const LONGEST_MESSAGE = 500;

/**
 * A message of a program without what people may have put into it: quoted parts, e-mail addresses, addresses with their
 * query, the SQL of a query that failed, and anything as long and mixed as a token.
 */
export function scrub(message: string): string {
  return message
    .replace(/Failed query:[\s\S]*/, 'A query failed.')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/[^\s<>()]+@[^\s<>()]+/g, '…@…')
    .replace(/\?\S*/g, '?…')
    .replace(/(?=[\w-]*\d)[\w-]{20,}/g, '…')
    .slice(0, LONGEST_MESSAGE);
}

export type LoggedError = {
  name: string;
  message: string;
  code?: string;
  /** The number that a page without a request id shows for it. */
  digest?: string;
  /** Where it was thrown, without its message. */
  at: string[];
  cause?: LoggedError;
};

const DEEPEST_CAUSE = 3;

/** What the log says of an error. */
export function describeError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, message: scrub(String(thrown)), at: [] };
  const { code, digest } = thrown as Error & { code?: unknown; digest?: unknown };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: thrown.name,
    message: scrub(thrown.message),
    ...(typeof code === 'string' ? { code: scrub(code) } : {}),
    ...(typeof digest === 'string' ? { digest: scrub(digest) } : {}),
    at: frames.slice(0, 10).map((line) => line.trim()),
    ...(thrown.cause !== undefined && depth < DEEPEST_CAUSE
      ? { cause: describeError(thrown.cause, depth + 1) }
      : {}),
  };
}

const LEVELS = { error: 'error', warn: 'warn', log: 'info', info: 'info', debug: 'debug' } as const;

/** What libraries and Next write to the console becomes lines of the log, as careful as our own. */
export function logConsole(): void {
  for (const method of Object.keys(LEVELS) as (keyof typeof LEVELS)[])
    console[method] = (...said: unknown[]) => {
      const error = said.find((part) => part instanceof Error);
      const words = said.filter((part) => typeof part === 'string').join(' ');
      log[LEVELS[method]]({ ...(error ? { error: describeError(error) } : {}) }, scrub(words) || undefined);
    };
}
