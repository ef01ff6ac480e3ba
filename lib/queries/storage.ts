import { sql } from 'drizzle-orm';
import { MIGRATIONS_TABLE, newestMigrationAt } from '@/db/schema-version';
import { getDatabase } from '@/lib/queries/database';

export { StorageUnavailableError } from '@/db/storage-error';

/** Whether the database answers and has the schema of this program. Never throws. */
export async function isStorageReady(): Promise<boolean> {
  try {
    const rows = await getDatabase().read((reader) =>
      reader.all<{ newest: number | null }>(
        sql`select max(created_at) as newest from ${sql.identifier(MIGRATIONS_TABLE)}`,
      ),
    );
    return Number(rows[0]?.newest) === newestMigrationAt;
  } catch {
    return false;
  }
}
