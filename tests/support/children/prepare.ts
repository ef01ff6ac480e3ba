import { prepareDatabase } from '@/db/prepare';

const [url = '', dataDir = ''] = process.argv.slice(2);
prepareDatabase({ url, dataDir }).then(
  (prepared) => console.log(JSON.stringify(prepared)),
  (error) => {
    console.log(error.message);
    process.exitCode = 1;
  },
);
