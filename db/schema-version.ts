import journal from './migrations/meta/_journal.json';

/** Where the database notes the migrations that it has had, by the instant at which each was made. */
export const MIGRATIONS_TABLE = '__drizzle_migrations';

export const newestMigrationAt = Math.max(...journal.entries.map((entry) => entry.when));
