import { copyToServer } from '@/db/copy';
import { Refusal } from '@/db/refusal';
import { env } from '@/lib/env';

const [to, ...rest] = process.argv.slice(2);
if (to === undefined || to.startsWith('-') || rest.length > 0)
  throw new Refusal('Name the empty server: npm run copy-to-server -- ws://127.0.0.1:8080');

const { tables, rows } = await copyToServer({
  from: env.DATABASE_URL,
  to,
  authToken: env.DATABASE_AUTH_TOKEN,
  dataDir: env.DATA_DIR,
});
process.stdout.write(
  `${rows.toLocaleString('en-GB')} rows of ${tables} tables are copied, and the same on both sides by their hashes.\n` +
    `Start Rung with DATABASE_URL=${to} now; the file stays as it was.\n`,
);
