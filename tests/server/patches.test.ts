import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, IncomingMessage, type RequestListener, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '@/db/connection';
import { keepStatements, readConnections } from '@/server/patches/kept-statements';
import { leaveEnvAlone, readNextServer } from '@/server/patches/next-env';
import { makeUpgradeDecoy } from '@/server/patches/upgrades';
import { withBody } from '@/server/patches/whole-request';
import { beforeHead } from '@/server/patches/write-head';

const folder = mkdtempSync(path.join(os.tmpdir(), 'rung-next-env-'));
const before = { ...process.env };

afterAll(() => {
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const edit = (line: string) => writeFileSync(path.join(folder, '.env'), `${line}\n`);
/** As its watcher does when a file of settings was changed. */
const reload = () => readNextServer().loadEnvConfig.call({ dir: folder }, { dev: true, forceReload: true });

it('report 3: an edited .env changes nothing of a process that runs, in development either', () => {
  process.env.__NEXT_PROCESSED_ENV = 'true';
  edit('RUNG_EDITED=by Next');
  reload();
  // What Next does by itself, or leaving it alone is for nothing.
  expect(process.env.RUNG_EDITED).toBe('by Next');
  const said: string[] = [];
  leaveEnvAlone((sentence) => said.push(sentence));
  edit('RUNG_EDITED=again');
  reload();
  expect(process.env.RUNG_EDITED).toBe('by Next');
  expect(said).toEqual([expect.stringContaining('.env was changed')]);
});

it('report 3: Next has its settings read anew by that method alone', () => {
  const require = createRequire(import.meta.url);
  const bundler = require.resolve('next/dist/server/lib/router-utils/setup-dev-bundler');
  const text = readFileSync(bundler, 'utf8');
  expect(text).toContain(`propagateServerField(opts, 'loadEnvConfig'`);
  // The other reading is for types of settings, which Rung does not ask for.
  expect(text.match(/loadEnvConfig\(/g)).toHaveLength(1);
  expect(text).toMatch(/experimental\.typedEnv\)\)? \{\s+\/\/[^\n]*\n\s+const loadEnvConfig/);
  expect(readFileSync('next.config.mjs', 'utf8')).not.toContain('typedEnv');
});

/** What one request to a server of its own is answered with. */
async function ask(listener: RequestListener, init: RequestInit = {}): Promise<Response> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, init);
    await answer.clone().text();
    return answer;
  } finally {
    server.close();
  }
}

const WAYS: [string, (response: ServerResponse) => unknown][] = [
  ['writeHead', (response) => response.writeHead(200, { 'x-own': 'yes' }).end('text')],
  ['write', (response) => response.write('text') && response.end()],
  ['end', (response) => response.end('text')],
  ['flushHeaders', (response) => [response.flushHeaders(), response.end('text')]],
  ['pipe', (response) => Readable.from(['text']).pipe(response)],
];

it.each(WAYS)('an answer that begins by %s is looked at before its head is sent', async (_way, begin) => {
  const seen: number[] = [];
  const answer = await ask((_request, response) => {
    beforeHead(response, (code) => {
      seen.push(code);
      response.setHeader('x-late', 'set');
      return 418;
    });
    begin(response);
  });
  expect([answer.status, answer.headers.get('x-late'), await answer.text()]).toEqual([418, 'set', 'text']);
  expect(seen).toEqual([200]);
});

it('a request whose body was read before reads like one that came', async () => {
  const body = 'a=1&b=2';
  const answer = await ask(
    async (request, response) => {
      const whole = withBody(request, Buffer.from(await text(request)));
      expect(whole).toBeInstanceOf(IncomingMessage);
      const { method, url, headers, complete, socket } = whole;
      const asWeb = new Request('http://localhost', {
        method: 'POST',
        headers: { 'content-type': String(headers['content-type']) },
        body: Readable.toWeb(whole) as ReadableStream,
        duplex: 'half',
      } as RequestInit);
      const form = Object.fromEntries(await asWeb.formData());
      const { length, chunked } = {
        length: headers['content-length'],
        chunked: headers['transfer-encoding'],
      };
      const isSame = socket === request.socket;
      response.end(JSON.stringify({ method, url, length, chunked, complete, isSame, form }));
    },
    { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  );
  expect(await answer.json()).toEqual({
    method: 'POST',
    url: '/',
    length: String(body.length),
    complete: true,
    isSame: true,
    form: { a: '1', b: '2' },
  });
});

it('Next listens for upgrades on the server that it was given, and on no other', async () => {
  const { default: makeApp } = await import('next');
  const { httpServer, passOn } = makeUpgradeDecoy();
  const real = createServer();
  const request = new IncomingMessage(Object.assign(new Socket(), { server: real }));
  request.url = '/';
  const app = makeApp({ dev: false, dir: folder, httpServer });
  // It listens before it looks whether it is prepared, which it is not.
  await expect(app.getRequestHandler()(request, new ServerResponse(request))).rejects.toThrow();
  expect([httpServer.listenerCount('upgrade'), real.listenerCount('upgrade')]).toEqual([1, 0]);
  const passed: unknown[] = [];
  httpServer.removeAllListeners('upgrade').on('upgrade', (...upgrade) => passed.push(upgrade));
  real.on('upgrade', () => passed.push('to the one before'));
  passOn([real]);
  real.emit('upgrade', 1, 2, 3);
  expect(passed).toEqual([[1, 2, 3]]);
});

describe('kept statements', () => {
  const prepared: string[] = [];
  const { prepare } = readConnections();
  let client: Client;

  beforeAll(async () => {
    // What reaches the driver, below what keeps statements.
    readConnections().prepare = function (sql) {
      prepared.push(sql);
      return prepare.call(this, sql);
    };
    keepStatements();
    client = createClient({ url: pathToFileURL(path.join(folder, 'kept.db')).href, concurrency: 1 });
    await client.executeMultiple('create table skill (id text, level integer);');
    await client.execute({ sql: 'insert into skill values (?, ?)', args: ['coding', 2] });
  });

  afterAll(() => {
    client.close();
    readConnections().prepare = prepare;
  });

  const QUERY = 'select level from skill where id = ?';
  const read = async (id: string) => {
    const { rows, columns } = await client.execute({ sql: QUERY, args: [id] });
    return { rows: rows.map((row) => ({ ...row })), columns };
  };

  it('prepares a query once, and answers with what is there now', async () => {
    expect(await read('coding')).toEqual({ rows: [{ level: 2 }], columns: ['level'] });
    expect(await read('nothing')).toEqual({ rows: [], columns: ['level'] });
    await client.execute("update skill set level = 3 where id = 'coding'");
    expect(await read('coding')).toEqual({ rows: [{ level: 3 }], columns: ['level'] });
    expect(prepared.filter((sql) => sql === QUERY)).toHaveLength(1);
  });

  it('prepares once what a connection of the app reads', async () => {
    const url = pathToFileURL(path.join(folder, 'kept.db')).href;
    const connection = await openConnection({ url, intent: 'read' });
    const before = prepared.length;
    const levels = [];
    for (let at = 0; at < 3; at += 1)
      levels.push(
        ...(await connection.run((orm) => orm.all(sql`select level from skill where id = 'coding'`))),
      );
    await connection.close();
    expect(levels).toEqual([{ level: 3 }, { level: 3 }, { level: 3 }]);
    // Once to learn its columns, and once with them named.
    expect(prepared.slice(before)).toEqual([
      expect.stringMatching(/^select .* limit 0$/s),
      expect.stringMatching(/^with guarded\(/),
    ]);
  });

  it('sees what another connection has written', async () => {
    const other = createClient({ url: pathToFileURL(path.join(folder, 'kept.db')).href });
    await other.execute("update skill set level = 4 where id = 'coding'");
    other.close();
    expect((await read('coding')).rows).toEqual([{ level: 4 }]);
  });

  it('holds nothing between two uses, so that others may empty the log', async () => {
    // Rows come from the driver a hundred at a time.
    await client.execute(
      "with recursive n(at) as (select 1 union all select at + 1 from n where at < 250) insert into skill select 'other-' || at, 1 from n",
    );
    expect((await client.execute('select * from skill')).rows).toHaveLength(251);
    await client.execute('pragma journal_mode=wal');
    await client.execute("update skill set level = 5 where id = 'coding'");
    await client.execute('select * from skill');
    const other = createClient({ url: pathToFileURL(path.join(folder, 'kept.db')).href });
    const [emptied] = (await other.execute('pragma wal_checkpoint(truncate)')).rows;
    other.close();
    expect({ ...emptied }).toEqual({ busy: 0, log: 0, checkpointed: 0 });
  });

  it('prepares a query anew after it failed, and after the connection was opened again', async () => {
    const failing = "select json(id) from skill where id like 'other-%'";
    for (let at = 0; at < 2; at += 1) await expect(client.execute(failing)).rejects.toThrow('malformed JSON');
    expect(prepared.filter((sql) => sql === failing)).toHaveLength(2);
    const before = prepared.filter((sql) => sql === QUERY).length;
    await client.reconnect();
    expect((await read('coding')).rows).toEqual([{ level: 5 }]);
    expect(prepared.filter((sql) => sql === QUERY)).toHaveLength(before + 1);
  });
});
