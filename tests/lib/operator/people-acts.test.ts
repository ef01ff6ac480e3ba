import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findLink, makeLink } from '@/lib/auth/link-secret';
import { actOnPeople } from '@/lib/operator/people-acts';
import { listAuditEvents } from '@/lib/queries/audit';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { getDatabase } from '@/lib/queries/database';
import { listPeopleToRemind } from '@/lib/queries/mail-log';
import { getAccount, getPersonByEmail, saveAccount, saveEmail } from '@/lib/queries/people';
import { confirmSecondFactor, getSecondFactor, saveSecondFactor } from '@/lib/queries/second-factors';
import { getLiveSession, listSessions, startSession } from '@/lib/queries/sessions';
import { isSuspended } from '@/lib/queries/suspensions';
import { makePerson, setUpDatabase } from '@/tests/support/database';

setUpDatabase();

const begin = (personId: string) =>
  startSession({ personId, userAgent: null, address: null, lifetimeSeconds: 3600 });

async function makeAccount(name?: string) {
  const user = await makePerson(name);
  return { user, email: (await getAccount(user)).email };
}

describe('npm run people', () => {
  it('security 16.a: lists everybody by address, with when they were last seen and what holds them', async () => {
    const [ada, bob] = [await makeAccount(), await makeAccount()];
    await begin(ada.user);
    await actOnPeople({ act: 'suspend', email: bob.email });
    const { isDone, text } = await actOnPeople({ act: 'list' });
    expect(isDone).toBe(true);
    const lineOf = (email: string) => text.split('\n').find((line) => line.startsWith(email));
    const today = new Date().toISOString().slice(0, 10);
    expect(lineOf(ada.email)).toMatch(new RegExp(`${today}  +${today} +address not confirmed$`));
    expect(lineOf(bob.email)).toMatch(/– +suspended$/);
  });

  it('security 16.a: shows what is stored in counts, and nothing that the person wrote', async () => {
    const { user, email } = await makeAccount('Ada\u001b[31m\u202eLove\nlace');
    await saveCheckIn(user, {
      career: 'devops',
      catalogue: 'c1',
      note: 'private note',
      ratings: [{ skill: 'coding', level: 2, evidence: 'private evidence', sure: null }],
      requestKey: 'k',
    });
    const { text } = await actOnPeople({ act: 'show', email: ` ${email.toUpperCase()} ` });
    expect(text).toMatch(/^name +Ada\[31mLovelace$/m);
    expect(text).toMatch(/^rows of check in +1$/m);
    expect(text).toMatch(/^rows of rating +1$/m);
    expect(text).toMatch(/^rows of goal +0$/m);
    expect(text).not.toMatch(/private|not-a-hash/);
  });

  it('security 16.b: suspends: sessions end, none begins, links and reminders rest, and nothing is lost', async () => {
    const { user, email } = await makeAccount();
    await saveEmail(user, { email, verifiedAt: new Date().toISOString() });
    await saveAccount(user, { settings: { isReminderMailed: true } });
    const sessionId = await begin(user);
    const feed = await makeLink(user, { purpose: 'feed', expiresAt: null });
    const stop = await makeLink(user, { purpose: 'unsubscribe', expiresAt: null });
    await actOnPeople({ act: 'suspend', email });
    expect(await isSuspended(user)).toBe(true);
    expect(await getLiveSession({ sessionId, personId: user })).toBeNull();
    await expect(begin(user)).rejects.toThrow('suspended');
    expect(await findLink(feed, 'feed')).toBeNull();
    expect(await findLink(stop, 'unsubscribe')).not.toBeNull();
    expect(await listPeopleToRemind()).not.toContain(user);
    await actOnPeople({ act: 'resume', email });
    expect(await isSuspended(user)).toBe(false);
    await begin(user);
    expect(await findLink(feed, 'feed')).not.toBeNull();
    expect(await listPeopleToRemind()).toContain(user);
    expect((await actOnPeople({ act: 'resume', email })).text).toContain('was not suspended');
  });

  it('security 16.c: ends sessions, and switches a second factor off', async () => {
    const [ada, bob] = [await makeAccount(), await makeAccount()];
    for (const { user } of [ada, ada, bob]) await begin(user);
    expect((await actOnPeople({ act: 'end-sessions', email: ada.email })).text).toContain('2 sessions');
    expect([await listSessions(ada.user), await listSessions(bob.user)].map((all) => all.length)).toEqual([
      0, 1,
    ]);
    for (const { user } of [ada, bob]) {
      await saveSecondFactor(user, { sealedSecret: 's' });
      await confirmSecondFactor(user, { sealedSecret: 's', counter: 1, codeHashes: [`c-${user}`] });
    }
    await actOnPeople({ act: 'second-factor-off', email: ada.email });
    expect(await getSecondFactor(ada.user)).toBeNull();
    expect(await getSecondFactor(bob.user)).not.toBeNull();
    expect((await actOnPeople({ act: 'second-factor-off', email: ada.email })).text).toContain(
      'had no second factor',
    );
  });

  it('security 16.d: notes each act as the operator’s, where the person can see it', async () => {
    const { user, email } = await makeAccount();
    await saveSecondFactor(user, { sealedSecret: 's' });
    await confirmSecondFactor(user, { sealedSecret: 's', counter: 1, codeHashes: ['d'] });
    const acts = ['show', 'suspend', 'resume', 'end-sessions', 'second-factor-off'] as const;
    for (const act of acts) await actOnPeople({ act, email });
    const events = await listAuditEvents(user);
    expect(events.map(({ kind }) => kind).reverse()).toEqual([
      'account-shown',
      'account-suspended',
      'account-resumed',
      'session-ended',
      'second-factor-off',
    ]);
    expect(events.every(({ detail }) => detail.by === 'operator')).toBe(true);
  });

  it('security 16.m: mends text that cannot be read, for one or for everybody', async () => {
    const people = [await makeAccount(), await makeAccount()] as const;
    for (const { user } of people)
      await getDatabase().write((tx) =>
        tx.run(sql`update person set name = cast(x'41EDA080' as text) where id = ${user}`),
      );
    const [ada, bob] = people;
    expect((await actOnPeople({ act: 'show', email: ada.email })).text).toMatch(
      /^rows with text to mend +1$/m,
    );
    expect((await actOnPeople({ act: 'mend', email: ada.email })).text).toBe(`1 row of ${ada.email} mended.`);
    expect((await actOnPeople({ act: 'mend' })).text).toBe('1 row mended.');
    expect((await actOnPeople({ act: 'mend' })).text).toBe('0 rows mended.');
    expect((await getAccount(bob.user)).name).toMatch(/^A\uFFFD+$/);
    expect((await listAuditEvents(bob.user)).map(({ kind }) => kind)).toEqual(['text-mended']);
  });

  it('security 16.e: deletes, and the audit outlives the account without saying whose it was', async () => {
    const { user, email } = await makeAccount();
    await actOnPeople({ act: 'suspend', email });
    const { text } = await actOnPeople({ act: 'delete', email });
    expect(text).toContain(`The account of ${email} is deleted`);
    expect(await getPersonByEmail(email)).toBeNull();
    const rows = await getDatabase().read((reader) =>
      reader.all(sql`select * from audit order by id desc limit 2`),
    );
    expect(rows).toMatchObject([
      { kind: 'account-deleted', person_id: null, detail: '{"by":"operator"}' },
      { kind: 'account-suspended', person_id: null, detail: '{"by":"operator"}' },
    ]);
    expect(JSON.stringify(rows)).not.toContain(user);
    expect(await actOnPeople({ act: 'delete', email })).toEqual({
      isDone: false,
      text: 'No account has this address.',
    });
  });
});
