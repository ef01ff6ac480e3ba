import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';

export type WrittenCheckIn = { id: string; email: string; note: string; ratings: number };

/** What a database holds, read from outside the server. */
export type Written = {
  checkIns: WrittenCheckIn[];
  /** Names by e-mail. */
  names: ReadonlyMap<string, string>;
  /** What `integrity_check` and `foreign_key_check` say; nothing but `ok` where all is well. */
  checks: string[];
};

export async function readWritten(file: string): Promise<Written> {
  const client = createClient({ url: pathToFileURL(file).href, timeout: 5_000 });
  try {
    const [checkIns, people, integrity, foreignKeys] = await client.batch(
      [
        `select c.id, p.email, c.note,
          (select count(*) from rating as r where r.person_id = c.person_id and r.check_in_id = c.id) as ratings
          from check_in as c join person as p on p.id = c.person_id`,
        'select email, name from person',
        'pragma integrity_check',
        'pragma foreign_key_check',
      ],
      'read',
    );
    return {
      checkIns: (checkIns?.rows ?? []).map((row) => ({
        id: String(row.id),
        email: String(row.email),
        note: String(row.note),
        ratings: Number(row.ratings),
      })),
      names: new Map((people?.rows ?? []).map((row) => [String(row.email), String(row.name)])),
      checks: [
        ...(integrity?.rows ?? []).map((row) => String(row.integrity_check)),
        ...(foreignKeys?.rows ?? []).map((row) => `A row of ${row.table} has no parent.`),
      ],
    };
  } finally {
    client.close();
  }
}
