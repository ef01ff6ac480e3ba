import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findSignUpRefusal, makeInvitation, mayConfirmedAddressSignUp } from '@/lib/auth/invitation';
import type { UserId } from '@/lib/auth/user-id';
import { invite } from '@/lib/operator/invite';
import { isInvited, saveInvitation } from '@/lib/queries/invitations';
import { saveConfirmedPerson, saveNewPerson, savePendingPerson } from '@/lib/queries/people';
import { setUpDatabase } from '@/tests/support/database';

setUpDatabase();

const invent = () => `${randomUUID()}@example.org`;
const invited = { SIGN_UP: 'invited', SIGN_UP_DOMAINS: [] } as const;
const readCode = (text: string) => /\?invitation=([a-z2-7-]+)$/m.exec(text)?.[1] ?? '';
const newcomer = { name: 'Grace', timeZone: 'UTC' };

describe('npm run invite', () => {
  it('security 16.f: makes a link that opens for its own address alone, however its code is typed', async () => {
    const email = invent();
    const { isDone, text } = await invite(` ${email.toUpperCase()}`);
    expect(isDone).toBe(true);
    const code = readCode(text);
    expect(code.replaceAll('-', '')).toHaveLength(28);
    const link = text.split('\n')[0] ?? '';
    const wide = code.replaceAll(/[a-z2-7]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    for (const typed of [
      code,
      link,
      code.toUpperCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', '–'),
      wide,
    ])
      expect(await findSignUpRefusal({ email, code: typed }, invited), typed).toBeNull();
    for (const [who, typed] of [
      [invent(), code],
      [email, code.replace(/^./, (one) => (one === 'a' ? 'b' : 'a'))],
      [email, '-'],
    ] as const)
      expect(await findSignUpRefusal({ email: who, code: typed }, invited)).toMatchObject({
        field: 'invitation',
        sentence: expect.stringContaining('does not belong to this address'),
      });
    expect((await findSignUpRefusal({ email, code: ' ' }, invited))?.sentence).toContain('Give the code');
    expect(await mayConfirmedAddressSignUp(email, invited)).toBe(true);
    expect(await mayConfirmedAddressSignUp(invent(), invited)).toBe(false);
  });

  it('security 16.g: replaces an earlier invitation, and ends after a fortnight or with the account', async () => {
    const email = invent();
    const first = await makeInvitation(email);
    const second = await makeInvitation(email);
    expect(await findSignUpRefusal({ email, code: first }, invited)).not.toBeNull();
    expect(await findSignUpRefusal({ email, code: second }, invited)).toBeNull();
    const late = new Date(Date.now() + 14 * 86_400_000);
    expect(await isInvited({ email, now: late })).toBe(false);
    const pending = await savePendingPerson({ ...newcomer, email });
    expect(await isInvited({ email })).toBe(true);
    await saveConfirmedPerson((pending.ok ? pending.personId : '') as UserId, {
      ...newcomer,
      passwordHash: 'h',
      region: 'UK',
    });
    expect(await isInvited({ email })).toBe(false);
    const other = invent();
    await saveInvitation({ email: other, codeHash: 'x', expiresAt: late });
    await saveNewPerson({ ...newcomer, email: other, provider: { issuer: 'i', subject: other } });
    expect(await isInvited({ email: other })).toBe(false);
  });

  it('refuses what is no address, and one that has an account', async () => {
    const email = invent();
    await saveNewPerson({ ...newcomer, email, passwordHash: 'h' });
    expect(await invite(email)).toEqual({ isDone: false, text: 'This address has an account already.' });
    expect(await invite('nobody')).toMatchObject({
      isDone: false,
      text: expect.stringContaining('email address'),
    });
  });
});

describe('who may sign up', () => {
  const open = { SIGN_UP: 'open', SIGN_UP_DOMAINS: [] } as const;

  it('security 16.h: is nobody where sign-up is closed, also with an invitation', async () => {
    const email = invent();
    const code = await makeInvitation(email);
    const closed = { SIGN_UP: 'closed', SIGN_UP_DOMAINS: [] } as const;
    expect((await findSignUpRefusal({ email, code }, closed))?.sentence).toContain('closed');
    expect(await mayConfirmedAddressSignUp(email, closed)).toBe(false);
    expect(await findSignUpRefusal({ email }, open)).toBeNull();
    expect(await mayConfirmedAddressSignUp(email, open)).toBe(true);
  });

  it.each([
    ['a@firm.example', true],
    ['a@sub.firm.example', false],
    ['a@notfirm.example', false],
    ['a@firm.example.evil.example', false],
    ['"x@firm.example"@evil.example', false],
    ['иван@почта.рф', true],
    ['ivan@xn--80a1acny.xn--p1ai', true],
  ])('security 16.i: of certain domains: %s %s', async (email, may) => {
    const rules = { SIGN_UP: 'open', SIGN_UP_DOMAINS: ['firm.example', 'почта.рф'] } as const;
    const refusal = await findSignUpRefusal(
      { email },
      { ...rules, SIGN_UP_DOMAINS: [...rules.SIGN_UP_DOMAINS] },
    );
    expect(refusal).toEqual(
      may
        ? null
        : { field: 'email', sentence: 'New accounts here need an address at firm.example or почта.рф.' },
    );
  });
});
