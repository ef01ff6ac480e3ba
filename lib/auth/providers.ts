import 'server-only';
import type { NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { checkCredentials } from './check-credentials';

/** The ways to sign in that the settings allow. */
export function providers(): NextAuthConfig['providers'] {
  return [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials) => ({ id: await checkCredentials(credentials) }),
    }),
  ];
}
