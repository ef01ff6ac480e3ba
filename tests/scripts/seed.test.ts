import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPasswordCorrect } from '@/lib/auth/password';
import { startChild } from '../support/child';

const folder = mkdtempSync(path.join(os.tmpdir(), 'rung-seed-'));
let output = '';

async function runSeed() {
  const child = startChild('scripts/run.mjs', ['seed'], { DATA_DIR: folder, DATABASE_URL: '', AUTH_URL: '' });
  return { status: await child.ended, output: child.output() };
}

beforeAll(async () => {
  const first = await runSeed();
  expect(first).toMatchObject({ status: 0 });
  output = first.output;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run seed', () => {
  it('makes three people with what ten years leave, and prints passwords that let them in', async () => {
    const client = createClient({ url: pathToFileURL(path.join(folder, 'rung.db')).href });
    const count = async (table: string) =>
      (await client.execute(`select count(*) from ${table}`)).rows[0]?.[0];
    expect([await count('person'), await count('check_in'), await count('plan')]).toEqual([3, 523, 2]);
    expect([await count('held_post'), await count('holding')]).toEqual([5, 3]);
    expect(await count('rating_exception')).toBe(1);
    const versions = await client.execute(`select document ->> 'version' as version from plan order by 1`);
    expect(versions.rows.map(({ version }) => Number(version))).toEqual([2, 2]);
    const { rows } = await client.execute(
      'select email, password_hash as hash from person join credential on credential.person_id = person.id',
    );
    client.close();
    for (const { email, hash } of rows) {
      const password = new RegExp(`^${email}  (\\S+)  `, 'm').exec(output)?.[1] ?? '';
      expect(await isPasswordCorrect({ password, passwordHash: String(hash) })).toBe(true);
    }
  });

  it('refuses a database that holds somebody, and changes nothing', async () => {
    expect(await runSeed()).toMatchObject({
      output: expect.stringContaining('This database holds somebody.'),
      status: 1,
    });
  });
});
