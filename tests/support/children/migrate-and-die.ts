import { type Client, createClient, type InStatement } from '@libsql/client';
import { migrateDatabase } from '@/db/migrate';

/** Migrates, and kills its own process as the statement of the given number is about to run. */
const [url = '', last = '0'] = process.argv.slice(2);
const client = createClient({ url });

function dieBefore(statement: InStatement, index: number): InStatement {
  const plain = typeof statement === 'string' ? { sql: statement, args: [] } : statement;
  return {
    args: plain.args ?? [],
    get sql() {
      if (index === Number(last)) process.kill(process.pid, 'SIGKILL');
      return plain.sql;
    },
  };
}

const dying = new Proxy(client, {
  get(target, property): unknown {
    if (property === 'migrate') {
      return (statements: InStatement[]) => {
        console.log(statements.length);
        return target.migrate(statements.map(dieBefore));
      };
    }
    const value = Reflect.get(target, property, target);
    return typeof value === 'function' ? value.bind(target) : value;
  },
}) satisfies Client;

await migrateDatabase(dying);
console.log('migrated');
