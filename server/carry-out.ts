import { existsSync } from 'node:fs';
import { isFileUrl } from '@/db/connection';
import { acquireDataLock } from '@/db/lock';
import { toFilePath } from '@/db/prepare';
import { Refusal } from '@/db/refusal';
import { env } from '@/lib/env';
import { type Command, runCommand } from '@/lib/operator/commands';
import { closeDatabase } from '@/lib/queries/database';
import { isStorageReady } from '@/lib/queries/storage';
import { askServer } from './ask-server';

/**
 * Carries a command out where the database may be used, and prints the answer. A file belongs to one process: where a
 * server has it, that server does the work, else this process, under its lock. Throws a Refusal where it was not done.
 */
export async function carryOut(command: Command): Promise<void> {
  process.stdout.write(`${await findAnswer(command)}\n`);
}

async function findAnswer(command: Command): Promise<string> {
  if (!isFileUrl(env.DATABASE_URL)) return runHere(command);
  const file = toFilePath(env.DATABASE_URL);
  if (!existsSync(file))
    throw new Refusal(`There is no database at ${file}: start Rung once, or set DATA_DIR as for the server.`);
  const lock = await acquireDataLock({ dataDir: env.DATA_DIR, purpose: 'command' }).catch(
    (error: unknown) => {
      if (error instanceof Refusal) return null;
      throw error;
    },
  );
  if (!lock) {
    const { command: job, ...body } = command;
    return askServer(`/api/jobs/${job}`, body);
  }
  try {
    return await runHere(command);
  } finally {
    await lock.release();
  }
}

async function runHere(command: Command): Promise<string> {
  try {
    if (!(await isStorageReady()))
      throw new Refusal('The database does not answer, or is not of this version: start Rung once first.');
    const { isDone, text } = await runCommand(command);
    if (!isDone) throw new Refusal(text);
    return text;
  } finally {
    await closeDatabase();
  }
}
