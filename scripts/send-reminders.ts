import { carryOut } from '@/server/carry-out';

await carryOut({ command: 'send-reminders' });
