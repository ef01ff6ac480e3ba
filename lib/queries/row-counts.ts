import { setImmediate } from 'node:timers/promises';
import { getTableColumns, getTableName, is, type SQL, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';

export type RowCount = { table: string; rows: number };

const TABLES = Object.values<unknown>(schema).filter((value) => is(value, SQLiteTable));
const isOwned = (table: SQLiteTable) => 'personId' in getTableColumns(table);
/** Those that hold what belongs to people, found by the column that says so. */
const OWNED = TABLES.filter(isOwned).map(getTableName);
const OTHERS = TABLES.filter((table) => !isOwned(table)).map(getTableName);

/** How many rows of each table are a person's. */
export async function countOwnRows(userId: UserId): Promise<RowCount[]> {
  const counts = OWNED.map(
    (table) => sql`
      select ${table} as "table", count(*) as rows from ${sql.identifier(table)} where person_id = ${userId}`,
  );
  return getDatabase().read((reader) => reader.all<RowCount>(sql.join(counts, sql` union all `)));
}

/** People whose rows are counted at once. */
const PEOPLE_A_PIECE = 200;

/**
 * How many rows there are of each table: those of some people at a time, since counting millions at once would hold up
 * everybody else. Events that belong to nobody are left out.
 */
export async function countAllRows(): Promise<RowCount[]> {
  const totals = new Map<string, number>();
  const add = async (table: string, where: SQL) => {
    const [found] = await getDatabase().read((reader) =>
      reader.all<{ rows: number }>(sql`select count(*) as rows from ${sql.identifier(table)} where ${where}`),
    );
    totals.set(table, (totals.get(table) ?? 0) + (found?.rows ?? 0));
    await setImmediate();
  };
  for (const table of OTHERS) await add(table, sql`true`);
  for (let after = ''; ; ) {
    const last = await findLastOfPiece(after);
    for (const table of OWNED) await add(table, sql`person_id > ${after} and person_id <= ${last ?? after}`);
    if (last === null) return [...totals].map(([table, rows]) => ({ table, rows }));
    after = last;
  }
}

async function findLastOfPiece(after: string): Promise<string | null> {
  const [found] = await getDatabase().read((reader) =>
    reader.all<{ last: string | null }>(sql`
      select max(id) as last from (select id from person where id > ${after} order by id limit ${PEOPLE_A_PIECE})`),
  );
  return found?.last ?? null;
}

/** The size of the database, on whichever side of the network it lies. */
export async function getDatabaseBytes(): Promise<number> {
  const [found] = await getDatabase().read((reader) =>
    reader.all<{ bytes: number }>(
      sql`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`,
    ),
  );
  return found?.bytes ?? 0;
}
