import { env } from './env';

/** The address under which people reach this server, without a path. */
export function getOrigin(): string {
  return env.AUTH_URL ?? `http://localhost:${env.PORT}`;
}
