import { Refusal } from '@/db/refusal';
import { carryOut } from '@/server/carry-out';

const [email, ...rest] = process.argv.slice(2);
if (email === undefined || email.startsWith('-') || rest.length > 0)
  throw new Refusal('Name the account’s email address: npm run reset-link -- EMAIL');
await carryOut({ command: 'reset-link', email });
