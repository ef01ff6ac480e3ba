import { domainToASCII, domainToUnicode } from 'node:url';
import { z } from 'zod';

const LOCAL_MOST = 64;

/** A label of a host name as it stands in the DNS. */
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`);
/** What RFC 5322 allows before the @ without quotes, and letters and digits of every script (RFC 6531). */
const LOCAL = /^(?!\.)(?:[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]|\.(?!\.|$))+$/u;

/**
 * The one form of an e-mail address in which Rung keeps it, looks it up and sends to it, or null for what is none: lower
 * case, with the domain as it stands in the DNS (почта.рф is xn--80a1acny.xn--p1ai).
 */
export function normalizeAddress(typed: string): string | null {
  const text = typed.trim().normalize('NFKC').toLowerCase();
  const place = text.lastIndexOf('@');
  const [local, named] = [text.slice(0, Math.max(0, place)), text.slice(place + 1)];
  // What is no part of a host name would be cut off on the way.
  const domain = /^[\p{L}\p{M}\p{N}.。-]+$/u.test(named) ? domainToASCII(named) : '';
  if (!LOCAL.test(local) || local.length > LOCAL_MOST || !DOMAIN.test(domain)) return null;
  return `${local}@${domain}`;
}

/** The address as a person writes it. */
export function showAddress(email: string): string {
  const place = email.lastIndexOf('@');
  return `${email.slice(0, place)}@${domainToUnicode(email.slice(place + 1)) || email.slice(place + 1)}`;
}

export const emailSchema = z
  .string()
  .max(254, { error: 'An email address has at most 254 characters.' })
  .transform((typed, context) => {
    const email = normalizeAddress(typed);
    if (email !== null && email.length <= 254) return email;
    context.addIssue({ code: 'custom', message: 'Give an email address such as name@example.org.' });
    return z.NEVER;
  });
