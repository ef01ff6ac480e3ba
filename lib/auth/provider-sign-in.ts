import 'server-only';
import { headers } from 'next/headers';
import { guessRegion } from '@/lib/domain/region';
import { cutText } from '@/lib/domain/text';
import { emailSchema } from '@/lib/email-address';
import { env } from '@/lib/env';
import { saveAuditEvent } from '@/lib/queries/audit';
import { saveNewPerson } from '@/lib/queries/people';
import { getProviderPerson, saveProviderAccount } from '@/lib/queries/provider-accounts';
import { StorageUnavailableError } from '@/lib/queries/storage';
import { isSuspended } from '@/lib/queries/suspensions';
import { takeArrival } from './arrival';
import { readAsker } from './asker';
import { findDeedRefusal } from './deed-throttle';
import { noteFailedSignIn } from './failed-sign-in';
import { mayConfirmedAddressSignUp } from './invitation';
import { takeLinkIntent } from './link-intent';
import { PROVIDERS, type ProviderClaims } from './providers';
import { saveTrial } from './save-trial';
import { SUSPENDED } from './suspended';
import type { UserId } from './user-id';

/** Why somebody who signed in at a provider is not signed in here. It stands in the address, so it names nobody. */
const REFUSALS = {
  closed: 'New accounts are closed on this server, and this one is not known here.',
  'not-invited':
    'New accounts on this server are for people with an invitation, or with an address at certain domains. Yours has no account here and may not make one: ask the person who runs the server.',
  suspended: SUSPENDED,
  unverified:
    'The provider does not say that your email address is confirmed, so it makes no account here. Confirm it there first, or create an account with a password.',
  taken:
    'Your address has an account here already, and an address alone does not open it. Sign in as you did before, then link the provider in the settings.',
  often: 'Too many accounts were asked for from where you are. Wait an hour and try again.',
  storage: 'Rung cannot reach its database at this moment. Nothing is lost: wait a little and sign in again.',
  'link-ended':
    'The session that you set out from to link this account is over, so nothing was linked. Sign in and try again.',
} as const;

type Refusal = keyof typeof REFUSALS;

/** The sentence for what stands in the address of the sign-in page, or null. `error` is what next-auth writes there. */
export function describeProviderRefusal(query: { refused?: unknown; error?: unknown }): string | null {
  const { refused, error } = query;
  if (typeof refused === 'string' && Object.hasOwn(REFUSALS, refused)) return REFUSALS[refused as Refusal];
  return error === undefined
    ? null
    : 'Signing in at the provider was stopped or did not work, so nothing was changed. Try again.';
}

const refuse = (why: Refusal) => `/sign-in?refused=${why}`;

/**
 * What comes of a sign-in at a provider: true goes on with the person whose account it is, an address leads there instead.
 * Only the issuer and subject say whose it is. An e-mail address never does, not even a verified one.
 */
export async function decideProviderSignIn(provider: string, claims: ProviderClaims): Promise<true | string> {
  const decided = await decide(provider, claims);
  const [, reason] = /^\/sign-in\?refused=(.+)$/.exec(String(decided)) ?? [];
  if (reason) noteFailedSignIn({ way: 'provider', reason, address: (await readAsker()).address });
  return decided;
}

async function decide(provider: string, claims: ProviderClaims): Promise<true | string> {
  try {
    const linker = await takeLinkIntent(provider);
    if (linker === 'ended') return refuse('link-ended');
    if (linker !== 'none') return await link(linker, provider, claims);
    const known = await getProviderPerson(claims);
    if (known !== null) return (await isSuspended(known)) ? refuse('suspended') : true;
    const refusal = await makePerson(claims);
    return refusal === null ? true : refuse(refusal);
  } catch (error) {
    if (error instanceof StorageUnavailableError) return refuse('storage');
    throw error;
  }
}

async function link(userId: UserId, provider: string, claims: ProviderClaims): Promise<string> {
  const isNew = (await getProviderPerson(claims)) === null;
  const { issuer, subject } = claims;
  if (!(await saveProviderAccount(userId, { issuer, subject })))
    return '/settings/security?changed=linked-elsewhere';
  if (isNew) await saveAuditEvent({ personId: userId, kind: 'provider-linked', detail: nameOf(provider) });
  return '/settings/security?changed=linked';
}

async function makePerson({ issuer, subject, name, ...claims }: ProviderClaims): Promise<Refusal | null> {
  const { timeZone, tried } = await takeArrival();
  if (env.SIGN_UP === 'closed') return 'closed';
  const email = emailSchema.safeParse(claims.email);
  if (!email.success || !claims.isEmailVerified) return 'unverified';
  if (!(await mayConfirmedAddressSignUp(email.data))) return 'not-invited';
  if ((await findDeedRefusal('sign-up')) !== null) return 'often';
  const region = guessRegion((await headers()).get('accept-language'));
  const person = {
    name: readName(name) || email.data,
    email: email.data,
    timeZone,
    region,
  };
  const saved = await saveNewPerson({ ...person, provider: { issuer, subject } });
  if (!saved.ok) return 'taken';
  const { personId } = saved;
  await saveAuditEvent({ personId, kind: 'account-made' });
  if (tried) await saveTrial(personId, { tried, region, timeZone });
  return null;
}

/** The name as it can be kept: a provider may send anything, and no name is worth refusing the person for. */
function readName(name: string | null): string {
  return cutText((name ?? '').replaceAll(/\p{Cc}|\p{Surrogate}/gu, '').trim(), 100);
}

/** A provider's name as an event shows it. */
function nameOf(provider: string): { provider: string } {
  return { provider: PROVIDERS.get(provider)?.title ?? provider };
}
