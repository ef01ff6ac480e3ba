import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isKeyedHash, keyedHash } from '@/lib/auth/keyed-hash';
import { findKnownDevice, rememberDevice } from '@/lib/auth/known-device';
import { reseal, seal, unseal } from '@/lib/auth/seal';
import {
  beginSecondFactor,
  readSecondFactor,
  resealSecondFactors,
  switchOnSecondFactor,
  takeSecondFactor,
} from '@/lib/auth/second-factor';
import { openToken, sessionTokens } from '@/lib/auth/session-token';
import { env } from '@/lib/env';
import { makePerson, setUpDatabase } from '../../support/database';

const [FIRST, SECOND, THIRD] = ['a', 'b', 'c'].map((sign) => sign.repeat(32));
const before = { ...env };
setUpDatabase();

const makeCode = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

/** Goes on as a server that is started with these. */
function change(secret: string | undefined, old?: string): void {
  env.AUTH_SECRET = secret;
  env.AUTH_SECRET_OLD = old;
}

beforeEach(() => change(FIRST));
afterEach(() => {
  Object.assign(env, before);
});

describe('security 19.a: while the secret from before is set', () => {
  it('sessions and known browsers go on, and end with it', async () => {
    const salt = 'rung.session';
    const token = { sub: 'ada', sessionId: 'the session' };
    const cookie = await sessionTokens.encode({ token, salt, secret: '', maxAge: 60 });
    const device = rememberDevice({ cookie: undefined, personId: 'ada' });
    change(SECOND, FIRST);
    expect(openToken(cookie, salt)).toEqual({ personId: 'ada', sessionId: 'the session' });
    const id = findKnownDevice({ cookie: device, personId: 'ada' });
    expect(id).not.toBeNull();
    const renewed = rememberDevice({ cookie: device, personId: 'ada' });
    change(SECOND);
    expect(openToken(cookie, salt)).toBeNull();
    expect(findKnownDevice({ cookie: device, personId: 'ada' })).toBeNull();
    expect(findKnownDevice({ cookie: renewed, personId: 'ada' })).toBe(id);
  });

  it('it is read and never written with, and no third one is read', () => {
    const use = { purpose: 'a use', owner: 'ada' };
    const [sealed, hash] = [seal('text', use), keyedHash('a use', 'ada')];
    change(SECOND, FIRST);
    expect([unseal(sealed, use), isKeyedHash(hash, 'a use', 'ada')]).toEqual(['text', true]);
    expect(keyedHash('a use', 'ada')).not.toBe(hash);
    const anew = reseal(sealed, use) ?? '';
    expect(reseal(anew, use)).toBeNull();
    change(THIRD, SECOND);
    expect([unseal(sealed, use), isKeyedHash(hash, 'a use', 'ada')]).toEqual([null, false]);
    expect([reseal(sealed, use), unseal(anew, use)]).toEqual([null, 'text']);
  });
});

describe('security 19.b: second factors', () => {
  it('are sealed anew at the start, so that they outlive the secret from before', async () => {
    const person = await makePerson();
    await beginSecondFactor(person);
    const factor = await readSecondFactor(person);
    const secret = factor.state === 'setting-up' ? factor.secret : '';
    const now = new Date('2027-01-04T12:00:00Z');
    const later = new Date('2027-01-04T12:05:00Z');
    expect(await switchOnSecondFactor(person, { code: makeCode(secret, now), now })).not.toBeNull();
    change(SECOND, FIRST);
    expect(await resealSecondFactors()).toBe(1);
    expect(await resealSecondFactors()).toBe(0);
    change(SECOND);
    expect(await takeSecondFactor(person, { code: makeCode(secret, later), now: later })).toBe('app');
  });
});
