import { getTableColumns, getTableName, is, sql } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getDatabase } from '@/db/client';
import * as schema from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';

export type RowCount = { table: string; rows: number };

/** Those that hold what belongs to people, found by the column that says so. */
const OWNED = Object.values<unknown>(schema).flatMap((value) =>
  is(value, SQLiteTable) && 'personId' in getTableColumns(value) ? [getTableName(value)] : [],
);

/** How many rows of each table are a person's. */
export async function countOwnRows(userId: UserId): Promise<RowCount[]> {
  const counts = OWNED.map(
    (table) => sql`
      select ${table} as "table", count(*) as rows from ${sql.identifier(table)} where person_id = ${userId}`,
  );
  return getDatabase().read((reader) => reader.all<RowCount>(sql.join(counts, sql` union all `)));
}
