import 'server-only';
import { headers } from 'next/headers';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import { env } from '@/lib/env';
import { endSession, getLiveSession, startSession } from '@/lib/queries/sessions';
import { providers } from './providers';

const THIRTY_DAYS_SECONDS = 30 * 24 * 60 * 60;

declare module 'next-auth' {
  interface Session {
    personId?: string;
    sessionId?: string;
  }
}

/**
 * A signed token carries the id of a session row; the row decides. A replayed token whose row is gone is
 * nobody's, so sign-out and "end this session" hold at the next request.
 */
function buildConfig(): NextAuthConfig {
  const isHttps = env.AUTH_URL?.startsWith('https:') ?? false;
  const name = (cookie: string) => (isHttps ? `__Host-rung.${cookie}` : `rung.${cookie}`);
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps } as const;
  return {
    trustHost: true,
    secret: env.AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: THIRTY_DAYS_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: { name: name('session'), options },
      csrfToken: { name: name('csrf'), options },
      callbackUrl: { name: name('callback'), options },
    },
    providers: providers(),
    callbacks: {
      async jwt({ token, user }) {
        if (user?.id) {
          const request = await headers();
          token.sub = user.id;
          token.sessionId = await startSession({
            personId: user.id,
            userAgent: request.get('user-agent'),
            address: request.get('x-rung-address'),
            lifetimeSeconds: THIRTY_DAYS_SECONDS,
          });
          return token;
        }
        if (typeof token.sessionId !== 'string' || !token.sub) return null;
        const live = await getLiveSession({ sessionId: token.sessionId, personId: token.sub });
        return live ? token : null;
      },
      session({ session, token }) {
        session.personId = token.sub;
        if (typeof token.sessionId === 'string') session.sessionId = token.sessionId;
        return session;
      },
    },
    events: {
      async signOut(message) {
        const sessionId = 'token' in message ? message.token?.sessionId : undefined;
        if (typeof sessionId === 'string') await endSession(sessionId);
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

export const { handlers, auth, signIn, signOut } = NextAuth(buildConfig);
