import { runDueJobs } from '@/lib/operator/jobs';
import { closeDatabase } from '@/lib/queries/database';

process.stdout.write(`${JSON.stringify(await runDueJobs())}\n`);
await closeDatabase();
