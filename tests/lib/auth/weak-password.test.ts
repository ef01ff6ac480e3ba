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

  test.each(['gracehoppergrace', 'Grace Hopper 1906', 'grace.hopper@example.org', 'HopperHopperHopper1'])(
    'is refused when it is the person’s own name or address: %s',
    (password) => {
      expect(find(password)).toMatch(/own name/);
    },
  );
});
