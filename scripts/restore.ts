import { Refusal } from '@/db/refusal';
import { restoreDatabase } from '@/db/restore';
import { env } from '@/lib/env';

const words = process.argv.slice(2);
const [from, ...rest] = words.filter((word) => word !== '--force');
if (from === undefined || from.startsWith('-') || rest.length > 0) {
  throw new Refusal('Name the backup: npm run restore -- FILE [--force]');
}
const { movedTo } = await restoreDatabase({
  url: env.DATABASE_URL,
  dataDir: env.DATA_DIR,
  from,
  isForced: words.includes('--force'),
});
process.stdout.write(`The database is restored from ${from}.\n`);
if (movedTo) process.stdout.write(`The one that stood there is kept as ${movedTo}.\n`);
