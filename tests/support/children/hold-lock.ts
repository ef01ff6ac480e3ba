import { acquireServerLock } from '@/db/lock';

const [dataDir = ''] = process.argv.slice(2);
await acquireServerLock({ dataDir });
console.log('held');
setInterval(() => undefined, 1000);
