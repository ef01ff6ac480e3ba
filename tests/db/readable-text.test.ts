import path from 'node:path';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '@/db/database';
import { readJsonText, toJsonText } from '@/db/json-text';
import { makeFolder, toUrl } from '../support/database';
import { startDatabaseServer } from '../support/database-server';

const HALF = '\ud83d';

async function openTable(url: string) {
  const client = createClient({ url });
  await client.execute('create table note (id integer primary key, text text, bytes blob)');
  // What SQLite makes of a half that an escape names.
  await client.execute({
    sql: `insert into note (id, text) select 1, value ->> 0 from json_each(?)`,
    args: [JSON.stringify([[`half ${HALF}`]])],
  });
  await client.execute(`insert into note values (2, '한글 😀', x'EDA0BD00')`);
  client.close();
  const database = await openDatabase({ url });
  onTestFinished(() => database.close());
  return database;
}

const places: [string, () => Promise<string>][] = [
  ['a file', async () => toUrl(path.join(makeFolder(), 'rung.db'))],
  ['a server over ws', async () => `ws://127.0.0.1:${(await startDatabaseServer()).port}`],
  ['a server over http', async () => `http://127.0.0.1:${(await startDatabaseServer()).port}`],
];

describe.each(places)('report 1: text that is not well-formed in %s', (_name, makePlace) => {
  it('is read with � for each byte of it, and all else as it is', async () => {
    const database = await openTable(await makePlace());
    const ask = sql`select id, text, length(text) as "how ""long""", bytes from note order by id desc`;
    const expected = [
      { id: 2, text: '한글 😀', 'how "long"': 4, bytes: expect.any(ArrayBuffer) },
      { id: 1, text: 'half ���', 'how "long"': 6, bytes: null },
    ];
    const read = await database.read((reader) => reader.all<Record<string, unknown>>(ask));
    expect(read).toEqual(expected);
    expect(Buffer.from(read[0]?.bytes as ArrayBuffer).toString('hex')).toBe('eda0bd00');
    expect(await database.write((tx) => tx.all(ask))).toEqual(expected);
    expect(
      await database.read((reader) =>
        reader.all(sql`
          with recursive up(i) as (select 1 union all select i + 1 from up where i < 2)
          select json_group_array(text) as texts from up join note on id = i`),
      ),
    ).toEqual([{ texts: '["half ���","한글 😀"]' }]);
  });

  it('comes into no row, neither by itself nor within JSON', async () => {
    const database = await openTable(await makePlace());
    await database.write(async (tx) => {
      await tx.run(sql`insert into note (id, text) values (3, ${`bound ${HALF}`})`);
      await tx.run(sql`
        insert into note (id, text) select 4, value ->> 0 from json_each(${toJsonText([[`in JSON ${HALF}`]])})`);
    });
    const client = sql`select hex(text) as bytes from note where id > 2`;
    const rows = await database.read((reader) => reader.all<{ bytes: string }>(client));
    expect(rows).toHaveLength(2);
    for (const { bytes } of rows) expect(Buffer.from(bytes, 'hex').toString('hex')).toMatch(/20efbfbd$/);
  });
});

describe('JSON for the database', () => {
  it.each([
    [{ a: HALF }, '{"a":"�"}'],
    [[`${HALF}\ude00 \0 \n`], '["😀 � \\n"]'],
    [{ 'key\0': '\\ud83d is how an escape looks' }, '{"key�":"\\\\ud83d is how an escape looks"}'],
  ])('holds well-formed text alone: %j', (value, text) => {
    expect(JSON.parse(toJsonText(value))).toEqual(JSON.parse(text));
  });

  it('is read without halves, and with the pairs that are written as escapes', () => {
    expect(readJsonText('["\\ud83d\\ude00", "\\ud83d", "\\uDE00", "\\\\ud83d", "\\u0000"]')).toEqual([
      '😀',
      '�',
      '�',
      '\\ud83d',
      '�',
    ]);
  });
});
