import { fileURLToPath } from 'node:url';
import type { Client, InStatement } from '@libsql/client';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { MIGRATIONS_TABLE } from './schema-version';

/** Migrations are known by the instant at which each was made, so `created_at` is their identity. */
const CREATE_MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS ${MIGRATIONS_TABLE}
  (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC NOT NULL UNIQUE)`;

export type SchemaState = {
  /** How many migrations the database has had. */
  applied: number;
  /** Those of this program that it has not had yet, in order. */
  pending: MigrationMeta[];
  /** Whether it has had one that this program does not know. */
  isNewer: boolean;
};

export async function readSchemaState(client: Client): Promise<SchemaState> {
  const known = readMigrationFiles({
    migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)),
  });
  const tables = await client.execute({
    sql: `select 1 from sqlite_master where type = 'table' and name = ?`,
    args: [MIGRATIONS_TABLE],
  });
  const { rows } =
    tables.rows.length === 0 ? tables : await client.execute(`select created_at from ${MIGRATIONS_TABLE}`);
  const had = new Set(tables.rows.length === 0 ? [] : rows.map((row) => Number(row.created_at)));
  return {
    applied: had.size,
    pending: known.filter((migration) => !had.has(migration.folderMillis)),
    isNewer: [...had].some((at) => !known.some((migration) => migration.folderMillis === at)),
  };
}

/**
 * Brings the schema up to date in one transaction, so that a process killed anywhere in it leaves the old schema or the
 * new. Returns how many migrations it applied: 0 also where another process was quicker.
 */
export async function migrateDatabase(client: Client): Promise<number> {
  const { pending } = await readSchemaState(client);
  if (pending.length === 0) return 0;
  // Its note comes before a migration, so that a second process fails there, before it has changed anything.
  const statements = pending.flatMap((migration): InStatement[] => [
    {
      sql: `insert into ${MIGRATIONS_TABLE} (hash, created_at) values (?, ?)`,
      args: [migration.hash, migration.folderMillis],
    },
    ...migration.sql,
  ]);
  try {
    await client.migrate([CREATE_MIGRATIONS_TABLE, ...statements]);
    return pending.length;
  } catch (error) {
    if ((await readSchemaState(client)).pending.length === 0) return 0;
    throw error;
  }
}
