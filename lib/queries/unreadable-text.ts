import { createHash } from 'node:crypto';
import { getTableColumns, is, type SQL, sql } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader, Transaction } from '@/db/database';
import { mendEscapes } from '@/db/json-text';
import * as schema from '@/db/schema';
import type { UserId } from '@/lib/auth/user-id';
import { getDatabase } from '@/lib/queries/database';

/** Columns that name a row of another table: whatever is mended in them has to stay different. */
const NAMING = new Set(['id', 'check_in_id', 'corrects', 'step', 'plan_id', 'request_key', 'dedupe_key']);

/** Columns that hold JSON, as db/schema.ts makes them. */
export const JSON_COLUMNS = new Set([
  'settings',
  'preferences',
  'holdings',
  'document',
  'cost',
  'raises',
  'prerequisites',
  'teaches',
  'detail',
  'also',
  'except',
  'entered',
  'can_dos',
  'sees',
  'parts',
  'skills',
]);

type Personal = { name: string; owner: string; keys: string[]; texts: string[] };

/** Every table with rows of a person's, its key and its columns of text. */
const PERSONAL: Personal[] = Object.values(schema)
  .filter((table) => is(table, SQLiteTable))
  .flatMap((table) => {
    const { name, primaryKeys } = getTableConfig(table);
    const columns = Object.values(getTableColumns(table));
    const owner = name === 'person' ? 'id' : 'person_id';
    if (!columns.some((column) => column.name === owner)) return [];
    const keys = columns.filter((column) => column.primary).map((column) => column.name);
    for (const key of primaryKeys) keys.push(...key.columns.map((column) => column.name));
    const texts = columns.filter((column) => column.getSQLType() === 'text').map((column) => column.name);
    return [{ name, owner, keys, texts: texts.filter((text) => text !== owner) }];
  });

type Mended = { table: Personal; key: Buffer[]; changes: [column: string, text: string][] };

/** How many of the person's rows hold text that is not well-formed, which an earlier Rung could store. */
export async function countUnreadableText(userId: UserId): Promise<number> {
  const found = await getDatabase().read((reader) => findUnreadable(reader, userId));
  return found.length;
}

/**
 * Puts � for half characters and NULs in all that is stored of the person, and answers in how many rows. The rules that keep a
 * history from being changed rest meanwhile: they come back in the same transaction.
 */
export async function mendUnreadableText(userId: UserId): Promise<number> {
  return getDatabase().write(async (tx) => {
    const found = await findUnreadable(tx, userId);
    if (found.length === 0) return 0;
    const rules = await tx.all<{ name: string; sql: string }>(
      sql`select name, sql from sqlite_master where type = 'trigger' and name like '%never_changed'`,
    );
    for (const { name } of rules) await tx.run(sql`drop trigger ${sql.identifier(name)}`);
    await tx.run(sql`pragma defer_foreign_keys = on`);
    for (const { table, key, changes } of found) {
      const set = changes.map(([column, text]) => sql`${sql.identifier(column)} = ${text}`);
      const where = table.keys.map((name, index) => sql`${toBytes(name)} = ${key[index]}`);
      await tx.run(
        sql`update ${sql.identifier(table.name)} set ${sql.join(set, sql`, `)} where ${sql.join(where, sql` and `)}`,
      );
    }
    for (const rule of rules) await tx.run(sql.raw(rule.sql));
    return found.length;
  });
}

const toBytes = (column: string): SQL => sql`cast(${sql.identifier(column)} as blob)`;

async function findUnreadable(reader: Reader | Transaction, userId: UserId): Promise<Mended[]> {
  const found: Mended[] = [];
  for (const table of PERSONAL) {
    // Only what may be wrong comes out of the database: a byte of a half, a NUL, or an escape within JSON.
    const isSuspect = table.texts.map(
      (name) =>
        sql`instr(${toBytes(name)}, x'ED') > 0 or instr(${toBytes(name)}, x'00') > 0 or instr(${sql.identifier(name)}, '\\u') > 0`,
    );
    const columns = [...table.keys, ...table.texts];
    const rows = await reader.values<(ArrayBuffer | null)[]>(sql`
      select ${sql.join(columns.map(toBytes), sql`, `)} from ${sql.identifier(table.name)}
      where ${sql.identifier(table.owner)} = ${userId} and (${sql.join(isSuspect, sql` or `)})`);
    for (const row of rows) {
      const bytes = columns.map((_, index) => row[index] && Buffer.from(row[index]));
      const texts = bytes.slice(table.keys.length);
      const changes = table.texts.flatMap((column, index): Mended['changes'] => {
        const text = texts[index] && mend(texts[index], column);
        return typeof text === 'string' && !texts[index]?.equals(Buffer.from(text)) ? [[column, text]] : [];
      });
      const key = bytes.slice(0, table.keys.length).map((part) => part ?? Buffer.alloc(0));
      if (changes.length > 0) found.push({ table, key, changes });
    }
  }
  return found;
}

/** Of JSON the escapes are mended too; elsewhere a backslash is one that somebody wrote. */
function mend(bytes: Buffer, column: string): string {
  const text = bytes.toString('utf8').replaceAll('\0', '�');
  if (NAMING.has(column) && !bytes.equals(Buffer.from(text)))
    return `${text}~${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
  return JSON_COLUMNS.has(column) ? mendEscapes(text) : text;
}
