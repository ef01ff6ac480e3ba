import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { readTypedCode } from '@/lib/domain/typed-code';
import { type Env, env } from '@/lib/env';
import { isInvited, saveInvitation } from '@/lib/queries/invitations';
import { formatList } from '@/lib/wording/format';
import { makeSecretCode } from './one-time-code';

const LIFETIME_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

type Rules = { SIGN_UP: Env['SIGN_UP']; SIGN_UP_DOMAINS: readonly string[] };

/** Invites an address for a fortnight: answers the code, of which only the hash is kept. */
export async function makeInvitation(email: string): Promise<string> {
  const code = makeSecretCode();
  const expiresAt = new Date(Date.now() + LIFETIME_DAYS * DAY_MS);
  await saveInvitation({ email, codeHash: hashCode(code), expiresAt });
  return code;
}

/** However it was typed or pasted: with the link around it, in capitals, wide letters, with other hyphens or spaces. */
function hashCode(typed: string): string {
  const code = typed.slice(typed.lastIndexOf('=') + 1);
  return createHash('sha256').update(readTypedCode(code)).digest('base64url');
}

type SignUpRefusal = { field: 'email' | 'invitation' | null; sentence: string };

/** Why an address may not make an account here, for whoever signs up with a password; null where it may. */
export async function findSignUpRefusal(
  { email, code = '' }: { email: string; code?: string },
  rules: Rules = env,
): Promise<SignUpRefusal | null> {
  const refusal = findAddressRefusal(email, rules);
  if (refusal || rules.SIGN_UP !== 'invited') return refusal;
  if (code.trim() === '')
    return { field: 'invitation', sentence: 'Give the code from your invitation, or open the link in it.' };
  if (await isInvited({ email, codeHash: hashCode(code) })) return null;
  const sentence =
    'This invitation does not belong to this address, was used already or is over two weeks old. Ask for another.';
  return { field: 'invitation', sentence };
}

/** The same for an address that a provider has confirmed: it shows itself who is invited. */
export async function mayConfirmedAddressSignUp(email: string, rules: Rules = env): Promise<boolean> {
  if (findAddressRefusal(email, rules)) return false;
  return rules.SIGN_UP !== 'invited' || isInvited({ email });
}

/** What the settings say against an address, whoever has it. */
export function findAddressRefusal(email: string, rules: Rules = env): SignUpRefusal | null {
  if (rules.SIGN_UP === 'closed')
    return { field: null, sentence: 'New accounts are closed on this server. Ask the person who runs it.' };
  const domains = rules.SIGN_UP_DOMAINS.map(domainToASCII);
  if (domains.length === 0 || domains.includes(domainToASCII(email.slice(email.lastIndexOf('@') + 1))))
    return null;
  const sentence = `New accounts here need an address at ${formatList(rules.SIGN_UP_DOMAINS, 'disjunction')}.`;
  return { field: 'email', sentence };
}
