import 'server-only';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import { describeBrowser } from '@/lib/domain/browser';
import { env } from '@/lib/env';
import { saveAuditEvent } from '@/lib/queries/audit';
import { endSession, getLiveSession, startSession } from '@/lib/queries/sessions';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { readAsker, rememberThisDevice } from './asker';
import { COOKIE_OPTIONS, nameCookie } from './cookies';
import { providers } from './providers';

const THIRTY_DAYS_SECONDS = 30 * 24 * 60 * 60;

type StorageTrouble = Pick<StorageUnavailableError, 'fault' | 'code'>;

declare module 'next-auth' {
  interface Session {
    personId?: string;
    sessionId?: string;
    /** Set where nobody could look whether the session still stands. */
    storageTrouble?: StorageTrouble;
  }
}

/** Makes the row of a new session and returns its id. */
async function beginSession(personId: string): Promise<string> {
  const { address, userAgent } = await readAsker();
  const sessionId = await startSession({
    personId,
    userAgent,
    address,
    lifetimeSeconds: THIRTY_DAYS_SECONDS,
  });
  await saveAuditEvent({ personId, kind: 'sign-in', detail: { browser: describeBrowser(userAgent) } });
  await rememberThisDevice(personId);
  return sessionId;
}

/**
 * A signed token carries the id of a session row; the row decides. A replayed token whose row is gone is
 * nobody's, so sign-out and "end this session" hold at the next request.
 */
function buildConfig(): NextAuthConfig {
  const cookie = (what: 'session' | 'csrf' | 'callback') => ({
    name: nameCookie(what),
    options: COOKIE_OPTIONS,
  });
  return {
    trustHost: true,
    secret: env.AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: THIRTY_DAYS_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
    },
    providers: providers(),
    callbacks: {
      async jwt({ token, user }) {
        if (user?.id) return { ...token, sub: user.id, sessionId: await beginSession(user.id) };
        const { storageTrouble: _, ...checked } = token;
        if (typeof checked.sessionId !== 'string' || !checked.sub) return null;
        try {
          const live = await getLiveSession({ sessionId: checked.sessionId, personId: checked.sub });
          return live ? checked : null;
        } catch (error) {
          // Thrown on, this would end the session of someone who is signed in.
          if (!(error instanceof StorageUnavailableError)) throw error;
          return { ...checked, storageTrouble: { fault: error.fault, code: error.code } };
        }
      },
      session({ session, token }) {
        session.personId = token.sub;
        if (typeof token.sessionId === 'string') session.sessionId = token.sessionId;
        if (token.storageTrouble) session.storageTrouble = token.storageTrouble as StorageTrouble;
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
