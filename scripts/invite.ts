import { Refusal } from '@/db/refusal';
import { carryOut } from '@/server/carry-out';

const [email, ...rest] = process.argv.slice(2);
if (email === undefined || email.startsWith('-') || rest.length > 0)
  throw new Refusal('Name the email address to invite: npm run invite -- EMAIL');
await carryOut({ command: 'invite', email });
