import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createClient } from '@libsql/client';
import { hashPassword } from '@/lib/auth/password';
import { loadCareer } from '@/lib/catalogue';
import { type AppProcess, makeAppProcess } from '@/tests/support/app-server';
import { FormClient } from '@/tests/support/form-client';
import { compareByTurns } from './load';
import { toTarget } from './pages';
import { chooseSize } from './size';
import { round } from './timing';
import { withFolder, withServer } from './with-app';

const FEW = 10;
const MANY = chooseSize({ full: 100_000, quick: 1_000 });
const CHECK_INS_A_PERSON = 10;
/** Those who ask for their page, spread evenly over the file. */
const VISITORS = 10;
const PASSWORD = 'the ladder stands by the wall';
const BAR = 1.1;
const CACHE = '.cache/crowds';
const MIGRATIONS = 'db/migrations';

/** The gap page of people in a file of very many, beside that of people with the same ratings in a file of ten. */
export async function measureCrowd(): Promise<object[]> {
  const folder = await keepCrowd(MANY);
  const file = path.join(folder, 'rung.db');
  return withFolder(async (small) => {
    await makeCrowd({ folder: small, people: FEW });
    const began = performance.now();
    return withServer(await makeAppProcess(settingsFor(folder)), async (many) => {
      const startSeconds = (performance.now() - began) / 1000;
      const few = await makeAppProcess(settingsFor(small));
      const compared = await withServer(few, async () =>
        compareByTurns({
          // Times are compared: how many the small one answers for each of the large one.
          measured: toTarget(few, await signInVisitors(few, FEW)),
          baseline: toTarget(many, await signInVisitors(many, MANY)),
        }),
      );
      const ratings = MANY * CHECK_INS_A_PERSON * loadCareer().skills.length;
      return [
        {
          measure: `gap page with ${count(MANY)} people and ${count(ratings)} ratings ÷ with ${FEW} people`,
          ratio: compared.ratio,
          spread: compared.spread,
          'requests a second': compared['of the baseline'],
          'of the baseline': compared['requests a second'],
          'processor ms': compared['ms of the baseline'],
          'ms of the baseline': compared['processor ms'],
          bar: `at most ${BAR}`,
          isMet: compared.ratio <= BAR,
        },
        {
          measure: 'that file: size, start of the server on it, backup of it while it serves',
          gigabytes: round(statSync(file).size / 1e9),
          'bytes a rating': Math.round(statSync(file).size / ratings),
          'start in seconds': round(startSeconds),
          'backup in seconds': round(await measureBackup(folder, small)),
        },
      ];
    });
  });
}

const count = (value: number) => value.toLocaleString('en-GB');

const settingsFor = (folder: string) => ({ DATA_DIR: folder, TRUSTED_PROXY: '127.0.0.1,::1' });

async function measureBackup(DATA_DIR: string, to: string): Promise<number> {
  const began = performance.now();
  const words = ['scripts/run.mjs', 'backup', path.join(to, 'backup.db')];
  await promisify(execFile)(process.execPath, words, { env: { ...process.env, DATA_DIR } });
  return (performance.now() - began) / 1000;
}

async function signInVisitors(app: AppProcess, people: number) {
  const requests: { path: string; cookie: string }[] = [];
  for (let visitor = 0; visitor < VISITORS; visitor += 1) {
    const browser = new FormClient(app.origin, { 'x-forwarded-for': `10.8.0.${visitor + 1}` });
    await browser.signIn({ email: nameEmail((visitor * people) / VISITORS), password: PASSWORD });
    if ((await browser.get('/gap')).status !== 200) throw new Error('A visitor could not sign in.');
    requests.push({ path: '/gap', cookie: browser.cookie });
  }
  return requests;
}

const nameEmail = (index: number) => `person-${index}@example.org`;

/** A large crowd takes minutes to make, so it is kept for as long as the schema stays. */
async function keepCrowd(people: number): Promise<string> {
  const schema = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS)
    .filter((one) => one.endsWith('.sql'))
    .sort())
    schema.update(readFileSync(path.join(MIGRATIONS, name)));
  const folder = path.resolve(CACHE, `${people}-${schema.digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.unfinished`;
    rmSync(path.resolve(CACHE), { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await makeCrowd({ folder: unfinished, people });
    renameSync(unfinished, folder);
  }
  return folder;
}

/** Fills a new database with people who have checked in weekly, in the order of their keys. Visitors have a password. */
async function makeCrowd({ folder, people }: { folder: string; people: number }): Promise<void> {
  await withServer(await makeAppProcess({ DATA_DIR: folder }), async () => undefined);
  const career = loadCareer();
  const skills = JSON.stringify(career.skills.map(({ id }) => id).sort());
  const passwordHash = await hashPassword(PASSWORD);
  const client = createClient({ url: pathToFileURL(path.join(folder, 'rung.db')).href, concurrency: 1 });
  try {
    await client.executeMultiple(`
      pragma foreign_keys = off; pragma synchronous = off; pragma cache_size = -400000;
      create temp view person_id as with recursive people(n) as (
        select 0 union all select n + 1 from people where n + 1 < ${people})
        select n, printf('00person%012d', n) as id from people;
      create temp view check_in_id as with recursive weeks(week) as (
        select 0 union all select week + 1 from weeks where week + 1 < ${CHECK_INS_A_PERSON})
        select week, printf('0checkin%012d', week) as id,
          strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-05', printf('%d days', 7 * week)) as at from weeks;`);
    const now = new Date().toISOString();
    const statements = [
      {
        sql: `insert into person (id, name, email, time_zone, region, settings, created_at)
          select id, 'Ada Lovelace', 'person-' || n || '@example.org', 'UTC', 'UK', '{}', ? from person_id`,
        args: [now],
      },
      {
        sql: `insert into credential (person_id, password_hash, changed_at)
          select id, ?, ? from person_id where n % ? = 0`,
        args: [passwordHash, now, people / VISITORS],
      },
      {
        sql: `insert into check_in (person_id, id, career, catalogue, taken_at, recorded_at, request_key)
          select p.id, c.id, ?, ?, c.at, c.at, printf('request key number %024d', c.week)
          from person_id as p cross join check_in_id as c`,
        args: [career.id, career.version],
      },
      {
        sql: `insert into rating (person_id, check_in_id, career, taken_at, skill, level, evidence, sure)
          select p.id, c.id, ?, c.at, s.value, (p.n + c.week + s.key) % 6, null, 'medium'
          from person_id as p cross join check_in_id as c cross join json_each(?) as s`,
        args: [career.id, skills],
      },
    ];
    await client.batch(statements, 'write');
    await client.executeMultiple('pragma wal_checkpoint(truncate)');
  } finally {
    client.close();
  }
}
