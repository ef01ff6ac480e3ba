import type { Client, InArgs, InStatement, ResultSet, Row, TransactionMode } from '@libsql/client';
import { overlay } from './overlay';

/**
 * SQLite's own functions write whatever a JSON escape says, half a surrogate pair too, and the driver ends the whole process
 * over text that is not UTF-8. Such text therefore comes as bytes, which begin with this.
 */
const MARK = 'rung.unreadable-text:';
/** In UTF-8 each half of a surrogate pair begins with this byte. So do some letters of Korean, which only take the longer way. */
const FIRST_BYTE = "x'ED'";
/** Texts of statements whose columns are remembered. */
const MOST_KNOWN = 500;

/** A `with` that ends in one of these cannot be asked within another query. */
const WRITES = /\b(insert into|update|delete from)\b/i;

type Executor = Pick<Client, 'execute'>;
type Statement = { sql: string; args: InArgs };

/** The client, safe from text that is not well-formed: given to it, it is mended; stored already, it is read with � for it. */
export function withReadableText(client: Client): Client {
  const known = new Map<string, string>();
  return overlay(client, {
    execute: guardExecute(client, known),
    async transaction(mode?: TransactionMode) {
      const transaction = await client.transaction(mode);
      return overlay(transaction, { execute: guardExecute(transaction, known) });
    },
  });
}

function guardExecute(executor: Executor, known: Map<string, string>): Client['execute'] {
  return async (given: InStatement, givenArgs?: InArgs): Promise<ResultSet> => {
    const { sql, args } = mendArgs(typeof given === 'string' ? { sql: given, args: givenArgs } : given);
    if (!/^\s*(select|with)\b/i.test(sql) || WRITES.test(sql)) return executor.execute({ sql, args });
    let guarded = known.get(sql);
    if (guarded === undefined) {
      guarded = await buildGuarded(executor, { sql, args });
      if (known.size < MOST_KNOWN) known.set(sql, guarded);
    }
    return readMarked(await executor.execute({ sql: guarded, args }));
  };
}

function mendArgs({ sql, args = [] }: { sql: string; args?: InArgs }): Statement {
  const mend = (value: unknown) =>
    typeof value === 'string' && !value.isWellFormed() ? value.toWellFormed() : value;
  return { sql, args: Array.isArray(args) ? (args.map(mend) as InArgs) : args };
}

async function buildGuarded(executor: Executor, { sql, args }: Statement): Promise<string> {
  const { columns } = await executor.execute({ sql: `select * from (${sql}) limit 0`, args });
  const names = columns.map((_, index) => `column${index}`);
  const results = names.map((name, index) => `${guard(name)} as "${columns[index]?.replaceAll('"', '""')}"`);
  // Materialized, since each value is looked at several times and may be dear to reckon.
  return `with guarded(${names.join(', ')}) as materialized (${sql}) select ${results.join(', ')} from guarded`;
}

function guard(name: string): string {
  return `case when typeof(${name}) = 'text' and instr(cast(${name} as blob), ${FIRST_BYTE}) > 0
    then cast('${MARK}' || ${name} as blob) else ${name} end`;
}

function readMarked(result: ResultSet): ResultSet {
  const { columns } = result;
  const isMarked = (row: Row) => columns.some((_, index) => row[index] instanceof ArrayBuffer);
  if (!result.rows.some(isMarked)) return result;
  return overlay(result, { rows: result.rows.map((row) => (isMarked(row) ? readRow(row, columns) : row)) });
}

function readRow(row: Row, columns: readonly string[]): Row {
  const readable = {};
  Object.defineProperty(readable, 'length', { value: columns.length });
  for (const [index, column] of columns.entries()) {
    const value = readValue(row[index]);
    Object.defineProperty(readable, index, { value });
    Object.defineProperty(readable, column, { value, enumerable: true, configurable: true });
  }
  return readable as Row;
}

/** Bytes that carry the mark were text; any others are what they are. */
function readValue(value: unknown): unknown {
  if (!(value instanceof ArrayBuffer)) return value;
  const bytes = Buffer.from(value);
  return bytes.indexOf(MARK) === 0 ? bytes.toString('utf8', MARK.length) : value;
}
