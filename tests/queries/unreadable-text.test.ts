import { createClient } from '@libsql/client';
import { type Column, getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import * as schema from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { computeImport } from '@/lib/domain/account-import';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { readAccountData } from '@/lib/import/read-account-data';
import { getAccountData } from '@/lib/queries/account-data';
import { saveImport } from '@/lib/queries/account-import';
import { deleteAccount } from '@/lib/queries/accounts';
import { deleteCheckIn, listCheckIns, restoreCheckIn } from '@/lib/queries/check-ins';
import { listForecasts } from '@/lib/queries/forecasts';
import { listLatestRatings } from '@/lib/queries/latest-ratings';
import { listPlans } from '@/lib/queries/plans';
import { getStanding } from '@/lib/queries/standing';
import { countUnreadableText, JSON_COLUMNS, mendUnreadableText } from '@/lib/queries/unreadable-text';
import { makePerson, setUpDatabase } from '../support/database';
import { buildSamplePlan } from '../support/sample-plan';

const { url } = setUpDatabase();
const preferences = preferencesSchema.parse({ start: '2026-12-07' });
const takenAt = '2026-10-05T08:00:00.000Z';

const FILE = {
  format: 'rung-data',
  version: 1,
  goals: [{ id: 'goal', career: 'devops', role: 'devops-engineer', setAt: takenAt }],
  plan: buildSamplePlan({ steps: 3 }),
  checkIns: [
    {
      id: 'first',
      takenAt,
      note: 'A note.',
      ratings: [{ skill: 'coding', level: 2, evidence: 'A link.', sure: null }],
    },
    { id: 'second', takenAt, note: null, corrects: 'first', ratings: [{ skill: 'coding', level: 3 }] },
  ],
  stepProgress: [{ step: 'missing-semester', status: 'done', note: 'Hard.', evidence: 'A certificate.' }],
  ownSteps: [
    {
      id: 'own-1',
      career: 'devops',
      kind: 'course',
      title: 'A course',
      hours: 10,
      weeks: 2,
      raises: [{ skill: 'coding', from: 1, to: 2 }],
      createdAt: takenAt,
      changedAt: takenAt,
    },
  ],
  forecasts: [
    {
      id: 'forecast',
      career: 'devops',
      role: 'devops-engineer',
      planId: 'a plan',
      madeAt: takenAt,
      basis: 'catalogue',
      evenOn: '2027-03-01',
      likelyOn: '2027-05-01',
      stepsLeft: 3,
    },
  ],
};

async function makeFilledPerson(): Promise<UserId> {
  const user = await makePerson();
  const read = await readAccountData(JSON.stringify(FILE));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const merge = computeImport({ file: read.file, own: await getAccountData(user, 'devops') });
  await saveImport(user, { plan: merge, career: 'devops', catalogue: 'c1', preferences });
  return user;
}

/** Free texts of each table; the columns with a fixed set of values cannot hold anything else. */
const FREE_TEXTS: [table: string, columns: string[]][] = [
  [getTableName(schema.person), ['name']],
  [getTableName(schema.checkIn), ['id', 'note', 'catalogue', 'corrects']],
  [getTableName(schema.rating), ['check_in_id', 'evidence']],
  [getTableName(schema.stepProgress), ['id', 'note', 'evidence']],
  [getTableName(schema.ownStep), ['title', 'url']],
  [getTableName(schema.plan), ['reason']],
  [getTableName(schema.forecast), ['id', 'plan_id']],
];

/** Writes what an earlier Rung could: half a character at the end, a NUL, or both. */
async function spoil(user: UserId, bytes: string): Promise<void> {
  const client = createClient({ url, concurrency: 1 });
  const rules = await client.execute(`select name, sql from sqlite_master where type = 'trigger'`);
  for (const { name } of rules.rows) await client.execute(`drop trigger "${name}"`);
  await client.execute('PRAGMA foreign_keys = off');
  for (const [table, columns] of FREE_TEXTS)
    await client.execute({
      sql: `update "${table}" set ${columns.map((one) => `"${one}" = "${one}" || cast(x'${bytes}' as text)`).join(', ')}
        where ${table === 'person' ? 'id' : 'person_id'} = ?`,
      args: [user],
    });
  for (const { sql } of rules.rows) await client.execute(String(sql));
  client.close();
}

async function readAll(user: UserId) {
  const checkIns = await listCheckIns(user, 'devops');
  for (const { id } of checkIns.filter((one) => one.corrects === null)) {
    await deleteCheckIn(user, id);
    await restoreCheckIn(user, id);
  }
  return {
    accountData: await getAccountData(user, 'devops'),
    latest: await listLatestRatings(user, 'devops'),
    standing: await getStanding(user, 'devops'),
    plans: await listPlans(user, 'devops'),
    forecasts: await listForecasts(user, 'devops'),
    checkIns,
  };
}

it.each([
  ['half a character', 'EDA0BD'],
  ['a NUL', '00'],
  ['both', '00EDA0BD'],
])('report 1: reads every row that holds %s, and mends them all', async (_what, bytes) => {
  const user = await makeFilledPerson();
  const other = await makeFilledPerson();
  const before = await readAll(user);
  expect(await countUnreadableText(user)).toBe(0);

  await spoil(user, bytes);
  const spoilt = await readAll(user);
  expect(spoilt.checkIns).toHaveLength(before.checkIns.length);
  expect(spoilt.accountData.stepProgress).toHaveLength(1);

  const rows = FREE_TEXTS.length + 2;
  expect(await countUnreadableText(user)).toBe(rows);
  expect(await countUnreadableText(other)).toBe(0);
  expect(await mendUnreadableText(user)).toBe(rows);
  expect(await mendUnreadableText(user)).toBe(0);

  const mended = await readAll(user);
  expect(mended.checkIns.find((one) => one.corrects === null)?.note).toMatch(/^A note\.�+$/);
  const corrected = new Set(mended.checkIns.map((one) => one.corrects ?? one.id));
  expect(corrected.size).toBe(1);
  expect(mended.latest[0]).toMatchObject({ level: 3 });
  expect(mended.accountData.ownSteps[0]?.title).toMatch(/^A course�+$/);
  const again = await readAccountData(JSON.stringify(mended.accountData));
  expect(again.ok ? [] : again.problems).toEqual([]);

  const client = createClient({ url });
  await expect(client.execute('update rating set level = 0')).rejects.toThrow('ratings are never changed');
  await expect(client.execute('update check_in set note = null')).rejects.toThrow('never changed');
  expect((await client.execute('PRAGMA foreign_key_check')).rows).toEqual([]);
  client.close();
  await deleteAccount(user);
});

it('report 1: mends what an escape hides in JSON', async () => {
  const user = await makeFilledPerson();
  const client = createClient({ url });
  await client.execute({
    sql: 'update own_step set raises = ? where person_id = ?',
    args: ['[{"skill":"half \\ud83d","from":1,"to":2}]', user],
  });
  client.close();
  expect((await getStanding(user, 'devops'))?.ownSteps[0]?.raises[0]?.skill).toBe('half �');
  expect((await getAccountData(user, 'devops')).ownSteps[0]?.raises[0]?.skill).toBe('half �');
  expect(await mendUnreadableText(user)).toBe(1);
  expect(await countUnreadableText(user)).toBe(0);
});

it('report 1: knows which columns hold JSON', () => {
  const isJson = (column: Column): boolean => {
    try {
      return column.mapToDriverValue({}) === '{}';
    } catch {
      return false;
    }
  };
  const columns = Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .flatMap((table) => Object.values(getTableColumns(table)));
  expect(new Set(columns.filter(isJson).map((column) => column.name))).toEqual(JSON_COLUMNS);
});
