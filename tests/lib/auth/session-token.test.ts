import { afterEach, expect, test, vi } from 'vitest';
import { openToken, sessionTokens } from '@/lib/auth/session-token';

const salt = 'rung.session';
const token = { sub: 'ada', sessionId: 'the session' };
const write = (maxAge: number) => sessionTokens.encode({ token, salt, secret: '', maxAge });

/** The cookie with one bit of its seal changed; a letter put in its place might be the one that stood there. */
function changeLastByte(cookie: string): string {
  const parts = cookie.split('.');
  const seal = Buffer.from(parts.pop() ?? '', 'base64url');
  seal.writeUInt8(seal.readUInt8(seal.length - 1) ^ 1, seal.length - 1);
  return [...parts, seal.toString('base64url')].join('.');
}

afterEach(() => {
  vi.useRealTimers();
});

test('a session cookie tells whose it is, under its own name and until its time is over', async () => {
  vi.useFakeTimers();
  const cookie = await write(60);
  expect(openToken(cookie, salt)).toEqual({ personId: 'ada', sessionId: 'the session' });
  expect(await sessionTokens.decode({ token: cookie, salt, secret: '' })).toEqual(token);
  expect(openToken(cookie, '__Host-rung.session')).toBeNull();
  vi.advanceTimersByTime(60_000);
  expect(openToken(cookie, salt)).toBeNull();
});

test('a session cookie that this installation did not write is nobody’s', async () => {
  const cookie = await write(60);
  for (const other of [
    undefined,
    '',
    'x',
    cookie.slice(1),
    changeLastByte(cookie),
    'eyJhbGciOiJkaXIifQ..a.b.c',
  ])
    expect(openToken(other, salt)).toBeNull();
});
