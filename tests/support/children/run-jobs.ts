import { closeDatabase } from '@/db/client';
import { runDueJobs } from '@/lib/operator/jobs';

process.stdout.write(`${JSON.stringify(await runDueJobs())}\n`);
await closeDatabase();
