import 'server-only';
import { signIn } from './auth';
import { PROVIDERS } from './providers';

type Begun = { ok: true; data: string } | { ok: false; message: string };

/** Makes ready to come back from a provider, and answers the address there to go to. */
export async function beginProviderSignIn(provider: string, backTo: string): Promise<Begun> {
  const title = PROVIDERS.get(provider)?.title;
  if (title === undefined) return { ok: false, message: 'This server does not use this provider any more.' };
  const address: string = await signIn(provider, { redirect: false, redirectTo: backTo });
  // Where the provider could not be asked, next-auth answers an address of this site, which carries no state.
  if (new URL(address).searchParams.has('state')) return { ok: true, data: address };
  return { ok: false, message: `${title} does not answer at this moment. Wait a little and try again.` };
}
