import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { deleteAccount } from '@/lib/queries/accounts';
import { saveAuditEvent } from '@/lib/queries/audit';
import { getDatabase } from '@/lib/queries/database';
import { getAccount } from '@/lib/queries/people';
import { JSON_COLUMNS } from '@/lib/queries/unreadable-text';
import { makePerson, setUpDatabase } from '../support/database';

setUpDatabase();

const tables = Object.values<unknown>(schema).filter((value) => is(value, SQLiteTable));
const tablesOfPeople = tables.filter((table) => 'personId' in getTableColumns(table));

/** Fills one row of every table with the person's id, so that a table added later is covered too. */
async function fillEveryTable(personId: UserId): Promise<void> {
  const checkInId = `check-in-${personId}`;
  await getDatabase().write(async (tx) => {
    await tx.run(sql`pragma defer_foreign_keys = on`);
    for (const table of tablesOfPeople) {
      if (table === schema.credential) continue;
      const values = Object.entries(getTableColumns(table)).map(([name, column]) => {
        if (name === 'personId') return [column, personId] as const;
        if (table === schema.checkIn && name === 'id') return [column, checkInId] as const;
        if (name === 'checkInId') return [column, checkInId] as const;
        if (name === 'secondLookId' || name === 'sharedPageId') return [column, `id of ${personId}`] as const;
        if (name === 'status') return [column, 'todo'] as const;
        if (name === 'sure') return [column, 'low'] as const;
        if (JSON_COLUMNS.has(column.name)) return [column, '{}'] as const;
        // It outlives the person, and holds only what names nobody.
        if (table === schema.audit) return [column, crypto.randomUUID()] as const;
        return [column, column.dataType === 'number' ? 1 : `${name} of ${personId}`] as const;
      });
      await tx.run(
        sql`insert into ${table} (${sql.join(
          values.map(([column]) => sql.identifier(column.name)),
          sql`, `,
        )}) values (${sql.join(
          values.map(([, value]) => sql`${value}`),
          sql`, `,
        )})`,
      );
    }
  });
}

/** The tables, of all that the file has, in which any column of any row holds the text. */
async function findTablesWith(text: string): Promise<string[]> {
  return getDatabase().read(async (reader) => {
    const names = await reader.all<{ name: string }>(
      sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
    );
    const found: string[] = [];
    for (const { name } of names) {
      const rows = await reader.all(sql`select * from ${sql.identifier(name)}`);
      if (JSON.stringify(rows).includes(text)) found.push(name);
    }
    return found.sort();
  });
}

describe('deleteAccount', () => {
  it('security 22: leaves no row with the person’s id in any table, and every row of others', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await fillEveryTable(ada);
    await fillEveryTable(bob);
    const names = [...tablesOfPeople.map(getTableName), 'person'].sort();
    expect(await findTablesWith(ada)).toEqual(names);
    const email = (await getAccount(ada)).email;
    await deleteAccount(ada);
    expect(await findTablesWith(ada)).toEqual([]);
    expect(await findTablesWith(email)).toEqual([]);
    expect(await findTablesWith(bob)).toEqual(names);
  });

  it('security 16.e: keeps its events, of which nobody can tell any more whose they were', async () => {
    const user = await makePerson();
    await saveAuditEvent({ personId: user, kind: 'recovery-codes-made', detail: { browser: 'Lynx' } });
    await saveAuditEvent({
      personId: user,
      kind: 'account-suspended',
      detail: { by: 'operator', note: 'Lynx' },
    });
    await deleteAccount(user, { detail: { by: 'operator' } });
    const kept = await getDatabase().read((reader) =>
      reader.all(sql`
        select person_id as "personId", kind, detail from audit
        where kind in ('recovery-codes-made', 'account-suspended', 'account-deleted') order by id desc limit 3`),
    );
    const byOperator = { personId: null, detail: '{"by":"operator"}' };
    expect(kept).toHaveLength(3);
    expect(kept).toContainEqual({ kind: 'account-deleted', ...byOperator });
    expect(kept).toContainEqual({ kind: 'account-suspended', ...byOperator });
    expect(kept).toContainEqual({ kind: 'recovery-codes-made', personId: null, detail: '{}' });
  });

  it('security 19: notes that an account was deleted, not whose', async () => {
    const user = await makePerson();
    const count = async () =>
      (
        await getDatabase().read((reader) =>
          reader.all(sql`select * from audit where kind = 'account-deleted'`),
        )
      ).length;
    const before = await count();
    await deleteAccount(user);
    await deleteAccount(user);
    expect(await count()).toBe(before + 1);
  });
});

describe('history', () => {
  it.each(['check_in', 'rating', 'goal', 'step_progress'])(
    'cannot be changed or deleted in %s',
    async (table) => {
      const user = await makePerson();
      await fillEveryTable(user);
      const name = sql.identifier(table);
      const change = getDatabase().write((tx) =>
        tx.run(sql`update ${name} set career = 'x' where person_id = ${user}`),
      );
      await expect(change).rejects.toThrow('never changed');
      const deletion = getDatabase().write((tx) =>
        tx.run(sql`delete from ${name} where person_id = ${user}`),
      );
      await expect(deletion).rejects.toThrow('only with their person');
      expect(await findTablesWith(user)).toContain(table);
    },
  );
});
