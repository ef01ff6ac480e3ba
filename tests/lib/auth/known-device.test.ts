import { describe, expect, test } from 'vitest';
import { findKnownDevice, rememberDevice } from '@/lib/auth/known-device';

const now = new Date('2026-03-01T12:00:00Z');
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

describe('security 13: a known device', () => {
  test('is known for the person who signed in with it, and for nobody else', () => {
    const cookie = rememberDevice({ cookie: undefined, personId: 'ada', now });
    expect(findKnownDevice({ cookie, personId: 'ada', now })).toMatch(/^[\w-]{22}$/);
    expect(findKnownDevice({ cookie, personId: 'bob', now })).toBeNull();
    expect(cookie).not.toContain('ada');
  });

  test('keeps its id, and several people of one browser', () => {
    const first = rememberDevice({ cookie: undefined, personId: 'ada', now });
    const both = rememberDevice({ cookie: first, personId: 'bob', now });
    const again = rememberDevice({ cookie: both, personId: 'ada', now: later(10) });
    const id = findKnownDevice({ cookie: first, personId: 'ada', now });
    expect(findKnownDevice({ cookie: again, personId: 'ada', now: later(300) })).toBe(id);
    expect(findKnownDevice({ cookie: again, personId: 'bob', now })).not.toBeNull();
    expect(again.split('~')).toHaveLength(2);
  });

  test('is forgotten when it is old, or six other people have used it', () => {
    let cookie = rememberDevice({ cookie: undefined, personId: 'ada', now });
    expect(findKnownDevice({ cookie, personId: 'ada', now: later(399) })).not.toBeNull();
    expect(findKnownDevice({ cookie, personId: 'ada', now: later(400) })).toBeNull();
    for (const personId of ['b', 'c', 'd', 'e', 'f', 'g']) cookie = rememberDevice({ cookie, personId, now });
    expect(findKnownDevice({ cookie, personId: 'ada', now })).toBeNull();
  });

  test.each(['', '~~', 'a.b', 'a.b.c', '....~.', 'x'.repeat(5000), 'a.20514.', 'ü.1.x'])(
    'is not made up: %j',
    (cookie) => {
      expect(findKnownDevice({ cookie, personId: 'ada', now })).toBeNull();
    },
  );

  test('cannot have its day moved', () => {
    const cookie = rememberDevice({ cookie: undefined, personId: 'ada', now });
    const [id, day, hash] = cookie.split('.');
    const moved = [id, Number(day) + 1, hash].join('.');
    expect(findKnownDevice({ cookie: moved, personId: 'ada', now })).toBeNull();
  });
});
