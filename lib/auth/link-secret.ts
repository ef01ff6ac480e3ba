import { createHash, randomBytes } from 'node:crypto';
import type { LinkPurpose } from '@/db/schema';
import { getLinkToken, saveLinkToken, takeLinkToken } from '@/lib/queries/tokens';
import type { UserId } from './user-id';

const SECRET_BYTES = 32;

/** Makes a secret link for a person: 256 random bits, of which only the hash is kept. */
export async function makeLink(
  userId: UserId,
  link: { purpose: LinkPurpose; expiresAt: Date | null; keepsEarlier?: boolean },
): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await saveLinkToken(userId, { ...link, hash: hashSecret(secret) });
  return secret;
}

/** Whose link a secret belongs to; the person may do with it what its purpose says and no more. */
export async function findLinkUser(secret: string, purpose: LinkPurpose): Promise<UserId | null> {
  const found = await getLinkToken({ hash: hashSecret(secret), purpose });
  return found ? (found.personId as UserId) : null;
}

/** The same, and uses the link up. */
export async function takeLinkUser(secret: string, purpose: LinkPurpose): Promise<UserId | null> {
  const found = await takeLinkToken({ hash: hashSecret(secret), purpose });
  return found ? (found.personId as UserId) : null;
}

function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
