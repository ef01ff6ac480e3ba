import { createRequire } from 'node:module';

type Statement = { all: (...values: unknown[]) => unknown[] };
type Connection = { prepare: (sql: string) => Statement; close: () => void };

/** Statements that a connection keeps: their texts are written out in `lib/queries`, and few differ by what is asked. */
const MOST_KEPT = 200;
/** A query, or one of a reader, which `db/readable-text` puts into another. */
const QUERY = /^\s*(?:select\b|with guarded\()/i;

/** The connections of the driver that reads a file. */
export function readConnections(): Connection {
  const require = createRequire(createRequire(import.meta.url).resolve('@libsql/client'));
  return (require('libsql') as { prototype: Connection }).prototype;
}

/**
 * Has a connection keep the queries that it has prepared. The driver prepares each anew, and what a person's pages start
 * from is one long query: to prepare it took twice as long as to run it. Not while the schema may change: a kept
 * `select *` would name the columns of before.
 *
 * Relies on libsql 0.5 (`prepare` and `close` of its connections; `all` runs a statement to its end, after which it holds
 * nothing, and begins anew) and on @libsql/client 0.18, which sets how a statement answers before each use. Held by
 * `tests/server/patches.test.ts`.
 */
export function keepStatements(): void {
  const connections = readConnections();
  const { prepare, close } = connections;
  const kept = new WeakMap<Connection, Map<string, Statement>>();
  connections.prepare = function (this: Connection, sql) {
    if (!QUERY.test(sql)) return prepare.call(this, sql);
    const mine = kept.get(this) ?? new Map<string, Statement>();
    kept.set(this, mine);
    const known = mine.get(sql);
    if (known) return known;
    const statement = prepare.call(this, sql);
    const { all } = statement;
    statement.all = function (this: Statement, ...values) {
      try {
        return all.apply(this, values);
      } catch (error) {
        // Stopped half-way it would go on holding what it read from.
        mine.delete(sql);
        throw error;
      }
    };
    if (mine.size >= MOST_KEPT) mine.clear();
    mine.set(sql, statement);
    return statement;
  };
  connections.close = function (this: Connection) {
    kept.delete(this);
    close.call(this);
  };
}
