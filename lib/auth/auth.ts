import 'server-only';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import { env } from '@/lib/env';
import { describeError, log } from '@/lib/log';
import { getProviderPerson } from '@/lib/queries/provider-accounts';
import { endSession, getLiveSession } from '@/lib/queries/sessions';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { beginSession, SESSION_SECONDS } from './begin-session';
import { COOKIE_OPTIONS, nameCookie } from './cookies';
import { passwordProvider, secondStepProvider } from './password-provider';
import { decideProviderSignIn } from './provider-sign-in';
import { PROVIDERS, type ProviderClaims } from './providers';
import { sessionTokens } from './session-token';

/** How long somebody may take at a provider. */
const ROUND_TRIP_SECONDS = 15 * 60;

declare module 'next-auth' {
  interface User {
    claims?: ProviderClaims;
  }
}

/** Tells whoever runs the server why a provider did not work, such as a wrong secret. */
function tellProviderFault(error: Error): void {
  const { err: fault, provider } = (error.cause ?? {}) as { err?: unknown; provider?: unknown };
  if (typeof provider !== 'string' || !PROVIDERS.has(provider)) return;
  log.warn({ provider, error: describeError(fault) }, 'provider sign-in failed');
}

/**
 * A sealed token carries the id of a session row; the row decides. A replayed token whose row is gone is
 * nobody's, so sign-out and "end this session" hold at the next request.
 */
function buildConfig(): NextAuthConfig {
  const cookie = (what: Parameters<typeof nameCookie>[0], options: { maxAge?: number } = {}) => ({
    name: nameCookie(what),
    options: { ...COOKIE_OPTIONS, ...options },
  });
  return {
    trustHost: true,
    // Both sides of a round trip to a provider may know the secret from before.
    secret: [env.AUTH_SECRET, env.AUTH_SECRET_OLD].filter((secret) => secret !== undefined),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: sessionTokens,
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
      pkceCodeVerifier: cookie('pkce', { maxAge: ROUND_TRIP_SECONDS }),
      state: cookie('state', { maxAge: ROUND_TRIP_SECONDS }),
      nonce: cookie('nonce', { maxAge: ROUND_TRIP_SECONDS }),
    },
    providers: [passwordProvider, secondStepProvider, ...[...PROVIDERS.values()].map(({ config }) => config)],
    callbacks: {
      async signIn({ user, account }) {
        return user.claims ? await decideProviderSignIn(account?.provider ?? '', user.claims) : true;
      },
      async jwt({ token, user }) {
        if (user?.id) {
          const personId = user.claims ? await getProviderPerson(user.claims) : user.id;
          return personId === null ? null : { sub: personId, sessionId: await beginSession(personId) };
        }
        if (typeof token.sessionId !== 'string' || !token.sub) return null;
        try {
          const live = await getLiveSession({ sessionId: token.sessionId, personId: token.sub });
          return live ? token : null;
        } catch (error) {
          // Thrown on, this would end the session of someone who is signed in. Pages look for themselves.
          if (!(error instanceof StorageUnavailableError)) throw error;
          return token;
        }
      },
    },
    events: {
      async signOut(message) {
        const sessionId = 'token' in message ? message.token?.sessionId : undefined;
        if (typeof sessionId === 'string') await endSession(sessionId);
      },
    },
    logger: { error: tellProviderFault, warn: () => undefined, debug: () => undefined },
  };
}

export const { handlers, signIn, signOut } = NextAuth(buildConfig);
