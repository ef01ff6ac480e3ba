import { randomBytes } from 'node:crypto';
import { isFileUrl } from '@/db/connection';
import { acquireDataLock } from '@/db/lock';
import { prepareDatabase } from '@/db/prepare';
import { Refusal } from '@/db/refusal';
import { hashPassword } from '@/lib/auth/password';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import { computeImport } from '@/lib/domain/account-import';
import { env } from '@/lib/env';
import { readAccountData } from '@/lib/import/read-account-data';
import { closePlanner } from '@/lib/planner/client';
import { getAccountData } from '@/lib/queries/account-data';
import { saveImport } from '@/lib/queries/account-import';
import { hasPeople, saveNewPerson } from '@/lib/queries/people';
import { buildSeedPeople, type SeedPerson } from '@/lib/seed/people';

async function seedPerson({ name, email, timeZone, preferences, data }: SeedPerson): Promise<string> {
  // Never the same twice, so that a seeded server is nobody's open door.
  const password = randomBytes(15).toString('base64url');
  const made = await saveNewPerson({ name, email, timeZone, passwordHash: await hashPassword(password) });
  if (!made.ok) throw new Refusal(`There is an account of ${email} already.`);
  // Made a line above, by this command itself.
  const userId = made.personId as UserId;
  const career = loadCareer();
  const read = await readAccountData(JSON.stringify(data));
  if (!read.ok) throw new Error(`The data of ${name} are not as a file must be: ${read.problems.join(' ')}`);
  const own = await getAccountData(userId, career.id);
  await saveImport(userId, {
    plan: computeImport({ file: read.file, own }),
    career: career.id,
    catalogue: career.version,
    preferences,
  });
  return password;
}

const lock = isFileUrl(env.DATABASE_URL)
  ? await acquireDataLock({ dataDir: env.DATA_DIR, purpose: 'command' })
  : undefined;
try {
  await prepareDatabase(
    { url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN, dataDir: env.DATA_DIR },
    lock ? { lock } : {},
  );
  if (await hasPeople())
    throw new Refusal(
      'This database holds somebody. Seed an empty one: DATA_DIR=/tmp/rung-seed npm run seed',
    );
  for (const person of await buildSeedPeople({ today: new Date().toISOString().slice(0, 10) })) {
    const password = await seedPerson(person);
    process.stdout.write(`${person.email}  ${password}  (${person.story})\n`);
  }
  process.stdout.write(`Seeded ${env.DATA_DIR}. Start Rung on it with npm run dev, and the same DATA_DIR.\n`);
} finally {
  await closePlanner();
  await lock?.release();
}
