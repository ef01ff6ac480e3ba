import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@libsql/client';
import { backupDatabase } from '@/db/backup';
import { isFileUrl } from '@/db/connection';
import { toFilePath } from '@/db/prepare';
import { Refusal } from '@/db/refusal';
import { toStorageError } from '@/db/storage-error';
import { env } from '@/lib/env';

const [to, ...rest] = process.argv.slice(2);
if (!to || to.startsWith('-') || rest.length > 0) {
  throw new Refusal('Name the file to write: npm run backup -- FILE');
}
if (!isFileUrl(env.DATABASE_URL)) {
  throw new Refusal('DATABASE_URL names a database server: back it up with that server’s own means.');
}
const file = toFilePath(env.DATABASE_URL);
if (!existsSync(file)) throw new Refusal(`There is no database at ${file}.`);
// What is no file is never replaced: as root that could be a device.
if (existsSync(to) && !statSync(to).isFile()) {
  throw new Refusal(`${to} is no file that a backup can replace. Name a file.`);
}
if (path.resolve(to) === file) throw new Refusal('The backup needs another file than the database itself.');
if (!existsSync(path.dirname(path.resolve(to)))) {
  throw new Refusal(`There is no folder ${path.dirname(path.resolve(to))}.`);
}

const client = createClient({ url: env.DATABASE_URL, concurrency: 1, timeout: 5_000 });
try {
  await backupDatabase({ client, to: path.resolve(to) });
} catch (thrown) {
  const { message } = toStorageError(thrown, 'save') as Error;
  throw new Refusal(`The backup could not be made, and ${to} is as it was. ${message}`);
} finally {
  client.close();
}
process.stdout.write(
  `The database is backed up in ${to} (${statSync(to).size.toLocaleString('en-GB')} bytes).\n`,
);
