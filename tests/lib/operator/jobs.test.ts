import { sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { prepareDatabase } from '@/db/prepare';
import { runDueJobs, scheduleJobs } from '@/lib/operator/jobs';
import { getDatabase } from '@/lib/queries/database';
import { claimJob, finishJob } from '@/lib/queries/jobs';
import { savePendingPerson } from '@/lib/queries/people';
import { startChild } from '@/tests/support/child';
import { makeFolder, makePerson, setUpDatabase } from '@/tests/support/database';
import { startDatabaseServer } from '@/tests/support/database-server';

setUpDatabase();

const DAY_MS = 86_400_000;
const now = new Date('2027-03-01T03:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS).toISOString();

const count = async (table: string) => {
  const [found] = await getDatabase().read((reader) =>
    reader.all<{ rows: number }>(sql`select count(*) as rows from ${sql.identifier(table)}`),
  );
  return found?.rows ?? 0;
};

/** A row of every kind that is over, and one that is not, for a person. */
async function fill(personId: string, old: number): Promise<void> {
  const [over, fresh] = [daysAgo(500), daysAgo(0.01)];
  const [past, ahead] = [daysAgo(1), daysAgo(-1)];
  await getDatabase().write(async (tx) => {
    for (let row = 0; row < old; row += 1)
      await tx.run(sql`insert into throttle values (${`old ${row}`}, 1, ${over}, ${past})`);
    await tx.run(
      sql`insert into throttle values ('blocked', 9, ${over}, ${ahead}), ('fresh', 1, ${fresh}, null)`,
    );
    await tx.run(sql`
      insert into audit (id, person_id, kind, at, detail)
      values ('old', ${personId}, 'sign-in', ${over}, '{}'), ('fresh', ${personId}, 'sign-in', ${fresh}, '{}')`);
    await tx.run(sql`
      insert into session (id, person_id, created_at, last_seen_at, expires_at)
      values ('old', ${personId}, ${over}, ${over}, ${past}), ('live', ${personId}, ${fresh}, ${fresh}, ${ahead})`);
    await tx.run(sql`
      insert into link_token (hash, person_id, purpose, created_at, expires_at, used_at, revoked_at)
      values ('expired', ${personId}, 'reset-password', ${over}, ${past}, null, null),
        ('used', ${personId}, 'reset-password', ${past}, ${ahead}, ${past}, null),
        ('revoked', ${personId}, 'feed', ${past}, null, null, ${past}),
        ('live', ${personId}, 'reset-password', ${past}, ${ahead}, null, null),
        ('lasting', ${personId}, 'feed', ${past}, null, null, null)`);
    await tx.run(sql`
      insert into invitation values ('a@example.org', 'a', ${over}, ${past}), ('b@example.org', 'b', ${past}, ${ahead})`);
    await tx.run(sql`insert into pending_import values (${personId}, 'old', x'00', ${past})`);
    await tx.run(sql`
      insert into mail_log (person_id, id, kind, dedupe_key, claimed_at, sent_at)
      values (${personId}, 'old', 'reminder', 'a', ${over}, ${over}), (${personId}, 'new', 'reminder', 'b', ${past}, null)`);
  });
}

describe('cleaning', () => {
  it('security 14.a: forgets all that is over, once a day however many look, and nothing that still holds', async () => {
    const user = await makePerson();
    await fill(user, 1201);
    const unfinished = {
      name: 'Grace',
      timeZone: 'UTC',
      email: 'late@example.org',
      now: new Date(daysAgo(4)),
    };
    const newcomer = await savePendingPerson(unfinished);
    await getDatabase().write((tx) =>
      tx.run(sql`
        insert into link_token (hash, person_id, purpose, created_at, expires_at)
        values ('newcomer', ${newcomer.ok ? newcomer.personId : ''}, 'sign-up', ${daysAgo(4)}, ${daysAgo(1)})`),
    );
    const answers = await Promise.all([1, 2, 3, 4].map(() => runDueJobs({ now })));
    expect(answers.filter((answer) => 'clean' in answer)).toHaveLength(1);
    expect(Object.assign({}, ...answers)).toEqual({
      clean: {
        people: 1,
        invitations: 1,
        links: 3,
        sessions: 1,
        counters: 1201,
        mails: 1,
        events: 1,
        drafts: 0,
      },
      'clean-imports': { imports: 1, answers: 0 },
    });
    const left = [
      'person',
      'throttle',
      'audit',
      'session',
      'link_token',
      'pending_import',
      'mail_log',
      'invitation',
    ];
    expect(await Promise.all(left.map(count))).toEqual([1, 2, 1, 1, 2, 0, 1, 1]);
    expect(await runDueJobs({ now })).toEqual({});
    expect(await runDueJobs({ now: new Date(now.getTime() + DAY_MS) })).toHaveProperty('clean.sessions', 0);
  });

  it('security 14.b: is done by one of several servers on one database', async () => {
    const server = await startDatabaseServer();
    const url = `ws://127.0.0.1:${server.port}`;
    await prepareDatabase({ url, dataDir: makeFolder() });
    const servers = [1, 2, 3].map(() =>
      startChild('tests/support/children/run-jobs.ts', [], {
        DATABASE_URL: url,
        TSX_TSCONFIG_PATH: 'tsconfig.scripts.json',
      }),
    );
    expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const outputs = servers.map(({ output }) => output());
    expect(
      outputs.filter((output) => output.includes('"clean"')),
      outputs.join(''),
    ).toHaveLength(1);
  });

  it('security 14.c: begins by itself in a server', async () => {
    await getDatabase().write((tx) => tx.run(sql`delete from job`));
    await getDatabase().write((tx) =>
      tx.run(sql`insert into throttle values ('by itself', 1, ${new Date(0).toISOString()}, null)`),
    );
    const stop = scheduleJobs({ firstAfterMs: 0, everyMs: 10 });
    await vi.waitFor(async () =>
      expect(
        await getDatabase().read((reader) => reader.all(sql`select 1 from throttle where key = 'by itself'`)),
      ).toEqual([]),
    );
    await stop();
  });
});

describe('claimJob', () => {
  const hoursOn = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const claim = (hours: number) => claimJob('test', { everyHours: 24, now: hoursOn(hours) });

  it('gives a job that was not finished to the next who asks an hour later', async () => {
    expect(await claim(0)).toBe(true);
    expect(await claim(0.9)).toBe(false);
    expect(await claim(1)).toBe(true);
    await finishJob('test', { now: hoursOn(1) });
    expect(await claim(24.9)).toBe(false);
    expect(await claim(25)).toBe(true);
  });

  it('does not wait for a claim that a wrong clock has dated ahead', async () => {
    expect(await claimJob('ahead', { everyHours: 24, now: hoursOn(24 * 365) })).toBe(true);
    expect(await claimJob('ahead', { everyHours: 24, now })).toBe(true);
  });
});
