import { prepareDatabase } from '@/db/prepare';
import { env } from '@/lib/env';

const [url = env.DATABASE_URL, dataDir = env.DATA_DIR] = process.argv.slice(2);
prepareDatabase({ url, dataDir }).then(
  (prepared) => console.log(JSON.stringify(prepared)),
  (error) => {
    console.log(error.message);
    process.exitCode = 1;
  },
);
