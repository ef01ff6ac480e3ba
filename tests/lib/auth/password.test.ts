import { describe, expect, test } from 'vitest';
import { hashPassword, isPasswordCorrect, TooManySignInsError } from '@/lib/auth/password';

const password = 'three unrelated words';

describe('security 11: a password', () => {
  test('is kept as argon2id with the recommended cost and a salt of its own', async () => {
    const [first, second] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(first).not.toContain(password);
  });

  test('is told from every other', async () => {
    const passwordHash = await hashPassword(password);
    expect(await isPasswordCorrect({ password, passwordHash })).toBe(true);
    for (const other of ['', 'Three unrelated words', `${password} `, password.slice(1)])
      expect(await isPasswordCorrect({ password: other, passwordHash })).toBe(false);
  });

  test('is the same in whichever way a keyboard composes its characters', async () => {
    const passwordHash = await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9');
    const decomposed = 'cafe\u0301 cafe\u0301 cafe\u0301';
    expect(await isPasswordCorrect({ password: decomposed, passwordHash })).toBe(true);
  });

  test('is never right where there is no account', async () => {
    expect(await isPasswordCorrect({ password, passwordHash: null })).toBe(false);
  });

  test('keeps a flood of sign-ins from taking the machine, and works again after it', async () => {
    const passwordHash = await hashPassword(password);
    const flood = Array.from({ length: 400 }, () => isPasswordCorrect({ password, passwordHash }));
    const outcomes = await Promise.allSettled(flood);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(190);
    expect(refused.every((outcome) => outcome.reason instanceof TooManySignInsError)).toBe(true);
    const answered = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(answered.every((outcome) => outcome.value)).toBe(true);
    expect(await isPasswordCorrect({ password, passwordHash })).toBe(true);
  });
});
