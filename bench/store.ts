import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Client, createClient, type InStatement } from '@libsql/client';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { saveCheckIn } from '@/lib/queries/check-ins';
import { createId } from '@/lib/queries/create-id';
import { saveNewPerson } from '@/lib/queries/people';
import { inventCheckIn, readSavedId, signUpOverHttp } from '@/tests/support/person-over-http';
import { chooseSize } from './size';
import { computeMedian, describeTimes, round } from './timing';
import { withApp } from './with-app';

const WARM_UPS = 50;
const RUNS = chooseSize({ full: 301, quick: 101 });
const PEOPLE = chooseSize({ full: 1_000, quick: 100 });
const BAR = 1.3;
const CHECK_INS_A_PERSON = 20;

const career = loadCareer();
const skills = career.skills.map((skill) => skill.id);

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** As long as the hash that a form's content gives. */
const createRequestKey = (): string => randomBytes(32).toString('base64url');

/** A check-in of every skill as SQL alone: one transaction, and nothing in between. */
function buildRawSave(personId: string): InStatement[] {
  const id = createId();
  const now = new Date().toISOString();
  return [
    {
      sql: `insert into check_in (person_id, id, career, catalogue, taken_at, recorded_at, request_key)
        values (?, ?, ?, ?, ?, ?, ?)`,
      args: [personId, id, career.id, career.version, now, now, createRequestKey()],
    },
    ...skills.map((skill) => ({
      sql: `insert into rating (person_id, check_in_id, career, taken_at, skill, level, evidence, sure)
        values (?, ?, ?, ?, ?, 3, null, 'medium')`,
      args: [personId, id, career.id, now, skill],
    })),
  ];
}

/**
 * Saves check-ins by turns through the query layer and as SQL alone, into two files with the same sync. The database of
 * the query layer must be open.
 */
export async function measureSaves({ rawUrl }: { rawUrl: string }): Promise<object[]> {
  const saved = await saveNewPerson({
    name: 'Ada',
    email: 'ada@example.org',
    passwordHash: 'none',
    timeZone: 'UTC',
  });
  if (!saved.ok) throw new Error('The database to measure is not empty.');
  const userId = saved.personId as Parameters<typeof saveCheckIn>[0];
  const raw = createClient({ url: rawUrl, concurrency: 1 });
  await raw.executeMultiple('PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
  await raw.execute({
    sql: `insert into person (id, name, email, email_verified_at, time_zone, region, settings, created_at) values (?, 'Ada', 'ada@example.org', null, 'UTC', 'UK', '{}', ?)`,
    args: [saved.personId, new Date().toISOString()],
  });
  const entry = () => ({
    career: career.id,
    catalogue: career.version,
    note: null,
    requestKey: createRequestKey(),
    ratings: skills.map((skill) => ({ skill, level: 3 as Level, evidence: null, sure: 'medium' as const })),
  });
  const times = { queries: [] as number[], raw: [] as number[] };
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    const rawTime = await time(() => raw.batch(buildRawSave(saved.personId), 'write'));
    const queryTime = await time(() => saveCheckIn(userId, entry()));
    if (run < WARM_UPS) continue;
    times.raw.push(rawTime);
    times.queries.push(queryTime);
  }
  const bytes = await measureBytesARating(raw, rawUrl);
  raw.close();
  const ratio = computeMedian(times.queries) / computeMedian(times.raw);
  return [
    {
      measure: 'saving a check-in of ten ratings ÷ the same rows in one raw transaction, p50',
      ratio: round(ratio),
      milliseconds: round(computeMedian(times.queries)),
      'ms of the baseline': round(computeMedian(times.raw)),
      bar: `at most ${BAR}`,
      isMet: ratio <= BAR,
    },
    { measure: 'bytes of the file a rating, its share of the check-in included', bytes },
  ];
}

/** Fills the file with the histories of many people, and sees by how much it grows. */
async function measureBytesARating(raw: Client, rawUrl: string): Promise<number> {
  const file = fileURLToPath(rawUrl);
  const size = async () => {
    await raw.execute('vacuum');
    await raw.execute('pragma wal_checkpoint(truncate)');
    return statSync(file).size;
  };
  const before = await size();
  const now = new Date().toISOString();
  for (let person = 0; person < PEOPLE; person += 1) {
    const id = createId();
    const checkIns = Array.from({ length: CHECK_INS_A_PERSON }, () => buildRawSave(id)).flat();
    await raw.batch(
      [
        {
          sql: `insert into person (id, name, email, email_verified_at, time_zone, region, settings, created_at) values (?, 'Ada', ?, null, 'UTC', 'UK', '{}', ?)`,
          args: [id, `${id}@example.org`, now],
        },
        ...checkIns,
      ],
      'write',
    );
  }
  return Math.round(((await size()) - before) / (PEOPLE * CHECK_INS_A_PERSON * skills.length));
}

/** The same through the whole stack, as a browser without script posts it: one after the other. */
export function measureSavesOverHttp(): Promise<object[]> {
  return withApp(
    async ({ origin }) => {
      const person = await signUpOverHttp(origin);
      const times: number[] = [];
      for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
        const took = await time(async () => {
          if (readSavedId(await person.saveCheckIn(inventCheckIn())) === null)
            throw new Error('A check-in was not saved.');
        });
        if (run >= WARM_UPS) times.push(took);
      }
      const measure = 'saving a check-in of ten ratings over HTTP, in milliseconds';
      return [{ measure, ...describeTimes(times) }];
    },
    { LOG_LEVEL: 'silent' },
  );
}
