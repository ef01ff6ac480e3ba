import { describe, expect, it } from 'vitest';
import {
  buildOneTimeAddress,
  findTimeStep,
  hashRecoveryCode,
  hashRecoveryCodes,
  makeOneTimeSecret,
  makeRecoveryCodes,
} from '@/lib/auth/one-time-code';

/** The secret of RFC 6238, appendix B, in base 32: the ASCII text 12345678901234567890. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('findTimeStep', () => {
  // The RFC gives eight digits; an app shows the last six.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('knows the code that RFC 6238 gives at %i seconds', (seconds, digits) => {
    const now = new Date(seconds * 1000);
    expect(findTimeStep({ secret: SECRET, code: digits.slice(2), now })).toBe(Math.floor(seconds / 30));
  });

  it('takes the step before and after, spaces, and nothing else', () => {
    const at = (seconds: number, code = '050471') =>
      findTimeStep({ secret: SECRET, code, now: new Date(seconds * 1000) });
    const step = Math.floor(1_111_111_111 / 30);
    expect([at(1_111_111_111 - 30), at(1_111_111_111 + 30)]).toEqual([step, step]);
    expect(at(1_111_111_111, '050 471')).toBe(step);
    expect([at(1_111_111_111 - 90), at(1_111_111_111 + 90)]).toEqual([null, null]);
    for (const code of ['', '50471', '050472', '14050471', 'abcdef', '٠٥٠٤٧١'])
      expect(at(1_111_111_111, code), code).toBeNull();
  });
});

describe('what an app is given', () => {
  it('is a secret of 160 bits that is never the same', () => {
    const secrets = Array.from({ length: 50 }, makeOneTimeSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('is an address that names Rung and the account', () => {
    const address = buildOneTimeAddress({ secret: SECRET, email: 'ada+x@example.org' });
    expect(address).toMatch(/^otpauth:\/\/totp\/Rung:ada%2Bx%40example\.org\?/);
    expect(new URL(address).searchParams.get('secret')).toBe(SECRET);
    expect(new URL(address).searchParams.get('issuer')).toBe('Rung');
  });
});

describe('recovery codes', () => {
  it('are ten of 80 bits, each another', () => {
    const codes = makeRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
    expect(hashRecoveryCodes(codes)).toHaveLength(10);
  });

  it('are known however they are typed, and never taken for a code of the app', () => {
    const hash = hashRecoveryCode('abcd-efgh-2345-wxyz');
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(hashRecoveryCode(' ABCD efgh2345-WXYZ ')).toBe(hash);
    for (const code of ['123456', '', 'abcd-efgh-2345-wxy', 'abcd-efgh-2345-wxy1'])
      expect(hashRecoveryCode(code), code).toBeNull();
  });
});
