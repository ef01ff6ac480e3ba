import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signInSchema, signUpSchema } from '@/lib/auth/credentials-schema';

const form = {
  name: 'Ada Lovelace',
  email: 'ada@example.org',
  password: 'three unrelated words',
  timeZone: 'Asia/Kathmandu',
};
const signUp = (fields: object) => signUpSchema.safeParse({ ...form, ...fields });
const signIn = (fields: object) =>
  signInSchema.safeParse({ email: form.email, password: form.password, ...fields });

describe('signing up', () => {
  test('takes a name, an address and a password', () => {
    expect(signUp({}).data).toEqual(form);
  });

  test('writes an address in one way and leaves the password as it was typed', () => {
    const { data } = signUp({ email: '  Ada@Example.ORG ', password: '  spaces around it  ' });
    expect(data?.email).toBe('ada@example.org');
    expect(data?.password).toBe('  spaces around it  ');
  });

  test('keeps a name on one line, since it stands in mails and in files', () => {
    expect(signUp({ name: ' Ada\r\nBcc: eve@example.org\u2028Lovelace\t' }).data?.name).toBe(
      'Ada Bcc: eve@example.org Lovelace',
    );
  });

  test.each([
    ['15 characters', 'x'.repeat(15)],
    ['128 characters', 'x'.repeat(128)],
    ['128 characters of two units each', '🪜'.repeat(128)],
    ['any characters', 'häuser ünd 日本 \u0000\n'],
  ])('security 11: takes a password of %s', (_what, password) => {
    expect(signUp({ password }).success).toBe(true);
  });

  test.each([
    ['name', '', /Give a name/],
    ['name', '   ', /Give a name/],
    ['name', 'x'.repeat(101), /100 characters or fewer/],
    ['email', '', /such as name@example.org/],
    ['email', 'ada', /such as name@example.org/],
    ['email', 'ada@example', /such as name@example.org/],
    ['email', 'ada@example.org, eve@example.org', /such as name@example.org/],
    ['email', 'ada@example.org\nBcc: eve@example.org', /such as name@example.org/],
    ['email', `${'a'.repeat(250)}@example.org`, /at most 254/],
    ['password', '', /at least 15/],
    ['password', 'x'.repeat(14), /at least 15/],
    ['password', '🪜'.repeat(14), /at least 15/],
    ['password', 'x'.repeat(129), /at most 128/],
  ])('security 11: refuses %s %j beside the field', (name, value, sentence) => {
    const [issue] = signUp({ [name]: value }).error?.issues ?? [];
    expect(issue?.path).toEqual([name]);
    expect(issue?.message).toMatch(sentence);
  });

  test.each(['Moon/Tycho', '', 'x'.repeat(100), undefined, ['UTC']])(
    'takes the zone %j as UTC',
    (timeZone) => {
      expect(signUp({ timeZone }).data?.timeZone).toBe('UTC');
    },
  );

  test('refuses fields that it does not ask for', () => {
    expect(signUp({ isAdministrator: 'true' }).success).toBe(false);
    expect(signUp({ settings: '{}' }).success).toBe(false);
  });
});

describe('signing in', () => {
  test('takes any password that an account could have', () => {
    expect(signIn({ password: 'x' }).success).toBe(true);
    expect(signIn({ password: 'x'.repeat(1000) }).success).toBe(true);
  });

  test.each([
    ['email', 'ada', /such as/],
    ['password', '', /Give your password/],
    ['password', 'x'.repeat(1001), /too long/],
  ])('refuses %s %j beside the field', (name, value, sentence) => {
    const [issue] = signIn({ [name]: value }).error?.issues ?? [];
    expect(issue?.path).toEqual([name]);
    expect(issue?.message).toMatch(sentence);
  });

  test('refuses fields that it does not ask for', () => {
    expect(signIn({ personId: 'x' }).success).toBe(false);
  });

  test('never throws, whatever it is given', () => {
    const value = fc.oneof(fc.anything(), fc.string(), fc.emailAddress());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(form), 'x', '__proto__'), value), (fields) => {
        signUpSchema.safeParse(fields);
        signInSchema.safeParse(fields);
      }),
      { numRuns: 10_000 },
    );
  });
});
