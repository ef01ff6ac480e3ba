import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getDatabase } from '@/lib/queries/database';

const ROWS_A_PIECE = 500;

/** Deletes the rows that a condition names, some a transaction, so that no save waits long. Returns how many there were. */
export async function deleteInPieces(table: SQLiteTable, condition: SQL | undefined): Promise<number> {
  if (condition === undefined) throw new Error('Without a condition every row would go.');
  for (let deleted = 0; ; ) {
    const { rowsAffected } = await getDatabase().write((tx) =>
      tx.run(sql`
        delete from ${table} where rowid in (select rowid from ${table} where ${condition} limit ${ROWS_A_PIECE})`),
    );
    deleted += rowsAffected;
    if (rowsAffected < ROWS_A_PIECE) return deleted;
  }
}
