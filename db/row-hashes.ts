import { createHash } from 'node:crypto';
import { createClient } from '@libsql/client';
import { withReadableText } from './readable-text';

/** A hash of all rows for each table of a database, whatever the order in which they lie. */
export async function hashRows(url: string, authToken?: string): Promise<Record<string, string>> {
  const client = withReadableText(createClient({ url, authToken }));
  try {
    const tables = await client.execute(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
    );
    const hashes: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.execute(`select * from "${name}"`);
      const lines = rows.map((row) => JSON.stringify(row, spellBytes)).sort();
      hashes[String(name)] = createHash('sha256').update(lines.join('\n')).digest('hex');
    }
    return hashes;
  } finally {
    client.close();
  }
}

function spellBytes(_name: string, value: unknown): unknown {
  return value instanceof ArrayBuffer ? Buffer.from(value).toString('hex') : value;
}
