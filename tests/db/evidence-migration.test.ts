import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { expect, it } from 'vitest';
import { makeFolder, toUrl } from '../support/database';

const MIGRATIONS = path.join(import.meta.dirname, '../../db/migrations');

it('turns the evidence of ratings and steps into items, and loses nothing', async () => {
  const client = createClient({ url: toUrl(path.join(makeFolder(), 'rung.db')) });
  const names = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const apply = async (name: string) => {
    for (const statement of readFileSync(path.join(MIGRATIONS, name), 'utf8').split(
      '--> statement-breakpoint',
    ))
      await client.execute(statement);
  };
  const own = names.findIndex((name) => name.endsWith('_second_looks.sql'));
  for (const name of names.slice(0, own)) await apply(name);
  const long = `${'é'.repeat(99)}😀${'x'.repeat(300)}`;
  await client.executeMultiple(`
    insert into person (id, name, email, time_zone, region, settings, created_at)
      values ('ada', 'Ada', 'a@example.org', 'UTC', 'UK', '{}', '2026-01-01T00:00:00.000Z');
    insert into check_in (person_id, id, career, catalogue, taken_at, recorded_at, removed_at) values
      ('ada', 'one', 'devops', 'c', '2026-01-02T00:00:00.000Z', '2026-01-02T00:00:00.000Z', null),
      ('ada', 'two', 'devops', 'c', '2026-02-02T00:00:00.000Z', '2026-02-02T00:00:00.000Z', null),
      ('ada', 'gone', 'devops', 'c', '2026-03-02T00:00:00.000Z', '2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z');
    insert into rating (person_id, check_in_id, career, skill, taken_at, level, evidence) values
      ('ada', 'one', 'devops', 'coding', '2026-01-02T00:00:00.000Z', 2, 'A pull request'),
      ('ada', 'two', 'devops', 'coding', '2026-02-02T00:00:00.000Z', 3, 'A pull request'),
      ('ada', 'two', 'devops', 'coaching', '2026-02-02T00:00:00.000Z', 1, '${long}'),
      ('ada', 'two', 'devops', 'flexibility', '2026-02-02T00:00:00.000Z', 1, null),
      ('ada', 'gone', 'devops', 'coding', '2026-03-02T00:00:00.000Z', 4, 'Taken back');
    insert into step_progress (person_id, id, career, step, status, finished_on, evidence, recorded_at) values
      ('ada', 'e1', 'devops', 'cka', 'in-progress', null, 'https://example.org/notes', '2026-01-05T00:00:00.000Z'),
      ('ada', 'e2', 'devops', 'cka', 'done', '2026-04-01', 'https://example.org/notes', '2026-04-02T00:00:00.000Z');`);
  await apply(names[own] ?? '');
  const list = async () =>
    (
      await client.execute(
        'select title, day, text, source, source_level as level, removed_at as gone from evidence_item order by source, day, title',
      )
    ).rows.map(({ title, day, text, source, level, gone }) => ({ title, day, text, source, level, gone }));
  const live = { text: null, gone: null };
  expect(await list()).toEqual([
    {
      title: `${'é'.repeat(99)}😀`,
      day: '2026-02-02',
      text: long,
      source: 'skill/coaching',
      level: 1,
      gone: null,
    },
    { ...live, title: 'A pull request', day: '2026-01-02', source: 'skill/coding', level: 3 },
    {
      title: 'Taken back',
      day: '2026-03-02',
      text: null,
      source: 'skill/coding',
      level: 4,
      gone: '2026-03-03T00:00:00.000Z',
    },
    { ...live, title: 'https://example.org/notes', day: '2026-01-05', source: 'step/cka', level: null },
  ]);
  // From then on, whatever brings a rating or a step brings its item, once.
  await client.executeMultiple(`
    insert into rating (person_id, check_in_id, career, skill, taken_at, level, evidence)
      values ('ada', 'one', 'devops', 'flexibility', '2026-01-02T00:00:00.000Z', 2, 'New'),
      ('ada', 'one', 'devops', 'adaptability', '2026-01-02T00:00:00.000Z', 2, null);
    insert into step_progress (person_id, id, career, step, status, evidence, recorded_at)
      values ('ada', 'e3', 'devops', 'cka', 'done', 'https://example.org/notes', '2026-04-03T00:00:00.000Z');`);
  expect((await list()).map(({ source }) => source)).toEqual([
    'skill/coaching',
    'skill/coding',
    'skill/coding',
    'skill/flexibility',
    'step/cka',
  ]);
  client.close();
});
