import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { readTypedCode } from '@/lib/domain/typed-code';

/** RFC 6238 as every authenticator app has it: six digits, thirty seconds, SHA-1. */
const PARAMETERS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** A clock may be a step off, and a person takes some seconds to type. */
const STEPS_OFF = 1;

const RECOVERY_CODES = 10;
const CODE_ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
/** Five random bits each: as hard to find from their hash as a key. */
const CODE_LENGTH = 28;

/** A secret for an authenticator app: 160 random bits in base 32. */
export function makeOneTimeSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What an authenticator app reads from the QR code. */
export function buildOneTimeAddress({ secret, email }: { secret: string; email: string }): string {
  return new TOTP({ ...PARAMETERS, issuer: 'Rung', label: email, secret }).toString();
}

/** The time step whose code this is, now or a step beside, or null. */
export function findTimeStep(entry: { secret: string; code: string; now: Date }): number | null {
  const { code, now } = entry;
  const timestamp = now.getTime();
  const token = readTypedCode(code);
  if (!/^[0-9]{6}$/.test(token)) return null;
  const secret = Secret.fromBase32(entry.secret);
  const off = TOTP.validate({ ...PARAMETERS, token, secret, timestamp, window: STEPS_OFF });
  return off === null ? null : TOTP.counter({ ...PARAMETERS, timestamp }) + off;
}

/** A code of 140 random bits, in groups that can be copied by hand. */
export function makeSecretCode(): string {
  const letters = Array.from(randomBytes(CODE_LENGTH), (byte) => CODE_ALPHABET.charAt(byte % 32));
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}

export const makeRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, makeSecretCode);

/** The hash under which a recovery code is kept, however it was typed; null for what cannot be one. */
export function hashRecoveryCode(code: string): string | null {
  const letters = readTypedCode(code);
  // Codes of 16 letters were made before and go on working until new ones take their place.
  if (!/^(?:[a-z2-7]{28}|[a-z2-7]{16})$/.test(letters)) return null;
  return createHash('sha256').update(letters).digest('base64url');
}

export const hashRecoveryCodes = (codes: readonly string[]) =>
  codes.flatMap((code) => hashRecoveryCode(code) ?? []);
