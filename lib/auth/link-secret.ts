import { createHash, randomBytes } from 'node:crypto';
import type { LinkPurpose } from '@/db/schema';
import { getLinkToken, type LinkToken, saveLinkToken, takeLinkToken } from '@/lib/queries/tokens';
import type { UserId } from './user-id';

const SECRET_BYTES = 32;

/** Whose a link is, and what it acts on; that person may do with it what its purpose says and no more. */
export type OwnedLink = { userId: UserId; detail: string | null; createdAt: string };

/** Makes a secret link for a person: 256 random bits, of which only the hash is kept. */
export async function makeLink(
  userId: UserId,
  link: { purpose: LinkPurpose; expiresAt: Date | null; detail?: string | null },
): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await saveLinkToken(userId, { ...link, hash: hashSecret(secret) });
  return secret;
}

/** The link of a secret, or null where it was never made, was used or replaced, or has expired. */
export async function findLink(secret: string, purpose: LinkPurpose): Promise<OwnedLink | null> {
  return toOwnedLink(await getLinkToken({ hash: hashSecret(secret), purpose }));
}

/** The same, and uses the link up. */
export async function takeLink(secret: string, purpose: LinkPurpose): Promise<OwnedLink | null> {
  return toOwnedLink(await takeLinkToken({ hash: hashSecret(secret), purpose }));
}

function toOwnedLink(found: LinkToken | null): OwnedLink | null {
  if (found === null) return null;
  const { personId, ...link } = found;
  return { userId: personId as UserId, ...link };
}

function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
