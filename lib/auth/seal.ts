import 'server-only';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { listSecrets } from './secrets';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Sealing = {
  /** Keeps what is sealed for one use apart from all others. */
  purpose: string;
  /** Whose it is: sealed for one person, it opens for nobody else. */
  owner: string;
};

const keys = new Map<string, Buffer>();

function deriveKey(secret: string, purpose: string): Buffer {
  const name = JSON.stringify([secret, purpose]);
  const key = keys.get(name) ?? Buffer.from(hkdfSync('sha256', secret, '', `rung ${purpose}`, 32));
  keys.set(name, key);
  return key;
}

/** Encrypts a text with a key derived from AUTH_SECRET, so that a copy of the database alone does not tell it. */
export function seal(text: string, { purpose, owner }: Sealing): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, deriveKey(listSecrets()[0], purpose), nonce).setAAD(
    Buffer.from(owner),
  );
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The text, or null where it was sealed under another secret, for another owner or use, or was changed. */
export function unseal(sealed: string, sealing: Sealing): string | null {
  return openWith(listSecrets(), sealed, sealing);
}

/** The same sealed anew, where it was sealed under the secret from before; null where nothing is to be done. */
export function reseal(sealed: string, sealing: Sealing): string | null {
  const [present, ...earlier] = listSecrets();
  if (openWith([present], sealed, sealing) !== null) return null;
  const text = openWith(earlier, sealed, sealing);
  return text === null ? null : seal(text, sealing);
}

function openWith(secrets: readonly string[], sealed: string, { purpose, owner }: Sealing): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  for (const secret of secrets) {
    const decipher = createDecipheriv(CIPHER, deriveKey(secret, purpose), bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    } catch {
      // Not under this secret.
    }
  }
  return null;
}
