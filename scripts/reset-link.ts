import { existsSync } from 'node:fs';
import { Refusal } from '@/db/refusal';
import { env } from '@/lib/env';
import { getOrigin } from '@/lib/origin';
import { askServer } from './ask-server';

const [email, ...rest] = process.argv.slice(2);
if (email === undefined || email.startsWith('-') || rest.length > 0)
  throw new Refusal('Name the account’s email address: npm run reset-link -- EMAIL');
if (!existsSync(env.DATA_DIR))
  throw new Refusal(`There is no folder ${env.DATA_DIR}: set DATA_DIR as for the server.`);

const secret = await askServer('/api/jobs/reset-link', { email });
process.stdout.write(`${getOrigin()}/reset-password/${secret}\n`);
