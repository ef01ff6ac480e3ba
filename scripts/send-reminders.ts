import { carryOut } from './carry-out';

await carryOut({ command: 'send-reminders' });
