import { describe, expect, test } from 'vitest';
import { findPasswordProblem } from '@/lib/auth/weak-password';

const find = (password: string) =>
  findPasswordProblem({ password, name: 'Grace Hopper', email: 'grace.hopper@example.org' });

describe('security 11: a new password', () => {
  test.each([
    'correct horse battery staple',
    'three unrelated words',
    'häuser ünd 日本 \u0000\n',
    'my1 cat2 ate3 you4',
    'unrelated words, three',
    'ladder 0f8fad5b-d9cb-469f',
    'mitochondrion-teapot',
    '日本語のパスワードは長いです',
  ])('may be %j', (password) => {
    expect(find(password)).toBeNull();
  });

  test.each(['1qaz2wsx3edc4rfv', 'PasswordPassword', 'PASSWORDSTANDARD'])(
    'is refused when it is on the list, in any case: %s',
    (password) => {
      expect(find(password)).toMatch(/on a list|only repeats/);
    },
  );

  test.each([
    'aaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    '123456789012345',
    'zyxwvutsrqponmlkj',
    'qwertyuiopasdfghj',
    'x'.repeat(128),
  ])('is refused when it only repeats or counts: %s', (password) => {
    expect(find(password)).toMatch(/only repeats or counts/);
  });

  test.each([
    'password12345678',
    'P@ssw0rd12345678',
    'Password!2024!2024',
    'iloveyou-sunshine',
    'dragon monkey 1999',
    'Liverpool.Football.1',
    '1234qwerty123456',
    'welcome123welcome1',
    'L1verp00l-sunsh1ne',
  ])('security 15.b: is refused when it is one or two of the common ones, dressed up: %s', (password) => {
    expect(find(password)).toMatch(/people use most|only repeats/);
  });

  test.each(['gracehoppergrace', 'Grace Hopper 1906', 'grace.hopper@example.org', 'HopperHopperHopper1'])(
    'is refused when it is the person’s own name or address: %s',
    (password) => {
      expect(find(password)).toMatch(/own name/);
    },
  );
});
