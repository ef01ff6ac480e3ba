import { type Client, createClient, type InStatement, type InValue, type Row } from '@libsql/client';
import { isFileUrl } from './connection';
import { acquireDataLock } from './lock';
import { prepareDatabase } from './prepare';
import { withReadableText } from './readable-text';
import { Refusal } from './refusal';
import { hashRows } from './row-hashes';
import { MIGRATIONS_TABLE } from './schema-version';

const ROWS_A_BATCH = 500;

export type Copied = { tables: number; rows: number };

/**
 * Copies a database file, which nobody may use meanwhile, to an empty database server, and compares a hash over the rows
 * of every table afterwards. Throws a Refusal where they differ.
 */
export async function copyToServer(options: {
  from: string;
  to: string;
  authToken?: string;
  dataDir: string;
}): Promise<Copied> {
  const { from, to, authToken, dataDir } = options;
  if (!isFileUrl(from))
    throw new Refusal('DATABASE_URL names a server already: only a file is copied to one.');
  if (!/^(?:libsql|wss?|https?):\/\/./.test(to) || !URL.canParse(to))
    throw new Refusal('Name a database server, such as ws://127.0.0.1:8080.');
  const lock = await acquireDataLock({ dataDir, purpose: 'command' });
  const source = withReadableText(createClient({ url: from, concurrency: 1 }));
  const target = createClient({ url: to, authToken });
  try {
    await prepareDatabase({ url: from, dataDir }, { lock });
    await prepareDatabase({ url: to, authToken, dataDir }, { lock });
    const tables = await listTables(source);
    await requireEmpty({ target, tables });
    let rows = 0;
    for (const table of tables) rows += await copyTable({ source, target, table });
    const [before, after] = [await hashRows(from), await hashRows(to, authToken)];
    const different = tables.filter((table) => before[table] !== after[table]);
    if (different.length > 0) throw new Refusal(`The copy differs from the file in ${different.join(', ')}.`);
    return { tables: tables.length, rows };
  } finally {
    source.close();
    target.close();
    await lock.release();
  }
}

/** The tables that hold data, those that others point to before them. */
async function listTables(source: Client): Promise<string[]> {
  const { rows } = await source.execute(
    `select name, (select group_concat("table") from pragma_foreign_key_list(m.name)) as parents from sqlite_master as m
      where type = 'table' and name not like 'sqlite_%' and name not in ('${MIGRATIONS_TABLE}', 'heartbeat')`,
  );
  const waiting = new Map(
    rows.map(({ name, parents }) => [String(name), parents === null ? [] : String(parents).split(',')]),
  );
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([name, parents]) =>
      parents.every((parent) => parent === name || !waiting.has(parent)),
    );
    if (ready.length === 0) throw new Error('The tables point to each other in a circle.');
    for (const [name] of ready) {
      ordered.push(name);
      waiting.delete(name);
    }
  }
  return ordered;
}

async function requireEmpty({
  target,
  tables,
}: {
  target: Client;
  tables: readonly string[];
}): Promise<void> {
  for (const table of tables) {
    const { rows } = await target.execute(`select 1 from "${table}" limit 1`);
    if (rows.length > 0)
      throw new Refusal(`The server holds data already, in ${table}: copy to an empty one.`);
  }
}

async function copyTable({
  source,
  target,
  table,
}: {
  source: Client;
  target: Client;
  table: string;
}): Promise<number> {
  const keys = await source.execute(
    `select name from pragma_table_info('${table}') where pk > 0 order by pk`,
  );
  const order = keys.rows.map(({ name }) => `"${name}"`).join(', ');
  const toStatement = (row: Row, columns: readonly string[]): InStatement => ({
    sql: `insert into "${table}" values (${columns.map(() => '?').join(', ')})`,
    args: columns.map((_, index) => row[index] as InValue),
  });
  for (let done = 0; ; ) {
    const { rows, columns } = await source.execute({
      sql: `select * from "${table}" order by ${order} limit ? offset ?`,
      args: [ROWS_A_BATCH, done],
    });
    if (rows.length === 0) return done;
    await target.batch(
      rows.map((row) => toStatement(row, columns)),
      'write',
    );
    done += rows.length;
  }
}
