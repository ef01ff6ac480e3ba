import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getAddress, notePerson } from '@/lib/http/request-context';
import { getLiveSession } from '@/lib/queries/sessions';
import { readSessionCookie } from './session-cookie';
import type { UserId } from './user-id';

/** Who is asking, and by which session. */
export type SignedInUser = { id: UserId; sessionId: string };

/** The signed-in person, or null. Looked up once a request. Throws a StorageUnavailableError when nobody can look. */
export const getUser = cache(async (): Promise<SignedInUser | null> => {
  const token = await readSessionCookie();
  if (!token || !(await getLiveSession(token))) return null;
  notePerson(token.personId);
  return { id: token.personId as UserId, sessionId: token.sessionId };
});

/** The signed-in person; anyone else goes to sign in and comes back to `path`. */
export async function requireUser(path: string): Promise<SignedInUser> {
  return (await getUser()) ?? redirectToSignIn(path);
}

/**
 * The same, but null where a form was posted without script after the session ended: the page then says so,
 * because sending the reader away would lose what they entered.
 */
export async function requireUserOrPost(path: string): Promise<SignedInUser | null> {
  const user = await getUser();
  const type = (await headers()).get('content-type') ?? '';
  return user ?? (type.startsWith('multipart/form-data') ? null : redirectToSignIn(path));
}

/** Sends the reader to sign in and back to `path` afterwards, with the query that they asked for it with. */
export function redirectToSignIn(path: string): never {
  const wanted = new URL(getAddress() ?? path, 'http://here.invalid');
  // What the framework adds when a script fetches the page.
  wanted.searchParams.delete('_rsc');
  const address = wanted.pathname === path ? `${path}${wanted.search}` : path;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);
}
