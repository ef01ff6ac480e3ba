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
    for (const code of ['', '50471', '050472', '14050471', 'abcdef'])
      expect(at(1_111_111_111, code), code).toBeNull();
  });

  it.each(['050-471', '０５０４７１', '０５０－４７１', '٠٥٠٤٧١', '050.471'])(
    'report 18: takes the code typed as %s',
    (code) => {
      expect(findTimeStep({ secret: SECRET, code, now: new Date(1_111_111_111_000) })).not.toBeNull();
    },
  );
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
  it('security 12.a: are ten of 128 bits or more, each another', () => {
    const codes = makeRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){6}$/);
      expect(code.replaceAll('-', '').length * 5).toBeGreaterThanOrEqual(128);
    }
    expect(hashRecoveryCodes(codes)).toHaveLength(10);
    const letters = new Set(
      Array.from({ length: 50 }, makeRecoveryCodes).flat().join('').replaceAll('-', ''),
    );
    expect(letters.size).toBe(32);
  });

  it('report 18: are known however they are typed, and never taken for a code of the app', () => {
    const hash = hashRecoveryCode('abcd-efgh-2345-wxyz-abcd-efgh-2345');
    expect(hash).toMatch(/^[\w-]{43}$/);
    for (const typed of [
      ' ABCD efgh2345-WXYZ abcdefgh2345 ',
      'ａｂｃｄ－ｅｆｇｈ－２３４５－ｗｘｙｚ－ａｂｃｄ－ｅｆｇｈ－２３４５',
    ])
      expect(hashRecoveryCode(typed)).toBe(hash);
    for (const code of [
      '123456',
      '',
      'abcd-efgh-2345-wxy',
      'abcd-efgh-2345-wxy1',
      'abcd-efgh-2345-wxyz-abcd',
    ])
      expect(hashRecoveryCode(code), code).toBeNull();
  });

  it('go on working where they are of the shorter kind that was made before', () => {
    expect(hashRecoveryCode('ABCD-efgh 2345-wxyz')).toBe(hashRecoveryCode('abcdefgh2345wxyz'));
    expect(hashRecoveryCode('abcdefgh2345wxyz')).not.toBeNull();
  });
});
