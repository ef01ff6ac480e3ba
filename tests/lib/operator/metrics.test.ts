import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { GET } from '@/app/api/metrics/route';
import { openDatabase } from '@/db/database';
import { observeDatabase } from '@/db/observer';
import { getMetrics } from '@/lib/operator/metrics';
import { getDatabase } from '@/lib/queries/database';
import { countAllRows } from '@/lib/queries/row-counts';
import { MailUnavailableError, sendMail } from '@/lib/reminders/mail';
import { copyTemplate, makeFolder, makePerson, setUpDatabase, toUrl } from '@/tests/support/database';
import { startMailServer } from '@/tests/support/mail-server';

setUpDatabase();

const ask = (headers: Record<string, string> = { 'x-rung-direct': 'yes' }) =>
  GET(new Request('http://localhost/api/metrics', { headers }));

/** Sample lines of the exposition format, by their name and labels. */
async function readSamples(): Promise<Map<string, number>> {
  const text = await (await ask()).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('/api/metrics', () => {
  beforeAll(async () => void (await makePerson()));

  it('security 18.a: is for this machine alone where there is no token', async () => {
    const answer = await ask();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const headers of [{}, { authorization: 'Bearer undefined' }, { authorization: 'Bearer ' }])
      expect((await ask(headers as Record<string, string>)).status).toBe(404);
  });

  it('security 18.b: tells of the event loop, of rows, and of nobody', async () => {
    const samples = await readSamples();
    expect(samples.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
    expect(samples.get('rung_planner_waiting')).toBe(0);
    expect(samples.get('rung_planner_refused_total{lane="strangers",reason="turned-away"}')).toBe(0);
    expect(samples.get('rung_rows{table="person"}')).toBe(1);
    expect(samples.get('rung_rows{table="check_in"}')).toBe(0);
    expect(samples.get('rung_database_bytes')).toBeGreaterThan(100_000);
    expect([...samples.keys()].join('\n')).not.toMatch(/@|Ada/);
  });

  it('security 18.c: counts mails that the mail server took and those that it refused', async () => {
    const mail = { to: 'ada@example.org', subject: 'x', text: 'x' };
    const server = await startMailServer();
    const before = await readSamples();
    await sendMail(mail, { smtpUrl: server.url, from: 'rung@example.org' });
    await server.stop();
    await expect(sendMail(mail, { smtpUrl: server.url, from: 'rung@example.org' })).rejects.toThrow(
      MailUnavailableError,
    );
    const after = await readSamples();
    for (const outcome of ['sent', 'failed']) {
      const name = `rung_mails_total{outcome="${outcome}"}`;
      expect(after.get(name), outcome).toBe((before.get(name) ?? 0) + 1);
    }
  });

  it('security 18.d: is told how long work waited for the database, and what failed', async () => {
    const waits: [string, number][] = [];
    const failures: string[] = [];
    observeDatabase({
      waited: (intent, seconds) => waits.push([intent, seconds]),
      failed: (intent, fault) => failures.push(`${intent} ${fault}`),
    });
    const file = path.join(makeFolder(), 'rung.db');
    await copyTemplate(file);
    const database = await openDatabase({ url: toUrl(file) });
    waits.length = 0;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const holding = database.write(() => held);
    const waiting = database.write(async () => undefined);
    vi.advanceTimersByTime(30);
    letGo();
    await Promise.all([holding, waiting]);
    expect(waits.map(([intent]) => intent)).toEqual(['save', 'save']);
    vi.useRealTimers();
    expect(waits[1]?.[1]).toBe(0.03);
    writeFileSync(file, 'no database'.repeat(1000));
    await expect(database.read((reader) => reader.all(sql`select * from person`))).rejects.toThrow('damaged');
    expect(failures).toEqual(['read damaged']);
    await database.close();
  });

  it('counts the rows of many people in pieces, each once', async () => {
    await getDatabase().write((tx) =>
      tx.run(sql`
        with recursive counter(n) as (select 1 union all select n + 1 from counter where n < 450)
        insert into person (id, name, email, time_zone, region, settings, created_at)
        select 'many-' || n, 'Many', 'many-' || n || '@example.org', 'UTC', 'UK', '{}', '2026-11-22T10:00:00.000Z' from counter`),
    );
    await getDatabase().write((tx) =>
      tx.run(sql`insert into credential select id, 'h', created_at from person where id like 'many-%'`),
    );
    const rows = new Map((await countAllRows()).map(({ table, rows: count }) => [table, count]));
    expect([rows.get('person'), rows.get('credential'), rows.get('session')]).toEqual([451, 451, 0]);
  });
});

/** What Grafana reads of a dashboard that it imports, as far as this one uses it. */
const sourceSchema = z.strictObject({ type: z.literal('prometheus'), uid: z.literal(`\${datasource}`) });
const placeSchema = z.strictObject({
  x: z.int().min(0).max(23),
  y: z.int().min(0),
  w: z.int().min(1).max(24),
  h: z.int().min(1),
});
const base = { id: z.int().positive(), title: z.string().min(1), gridPos: placeSchema };
const panelSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('row'), collapsed: z.literal(false), panels: z.tuple([]) }),
  z.strictObject({
    ...base,
    type: z.enum(['stat', 'timeseries']),
    description: z.string(),
    datasource: sourceSchema,
    fieldConfig: z.strictObject({
      defaults: z.looseObject({ unit: z.string().min(1) }),
      overrides: z.array(z.never()),
    }),
    options: z.record(z.string(), z.unknown()),
    targets: z
      .array(
        z.strictObject({
          refId: z.string().regex(/^[A-Z]$/),
          expr: z.string().min(1),
          legendFormat: z.string(),
          datasource: sourceSchema,
        }),
      )
      .min(1),
  }),
]);
const dashboardSchema = z.looseObject({
  uid: z.string().regex(/^[\w-]{1,40}$/),
  title: z.string().min(1),
  schemaVersion: z.int().min(36),
  time: z.strictObject({ from: z.string(), to: z.string() }),
  templating: z.strictObject({ list: z.array(z.looseObject({ name: z.string(), type: z.string() })).min(1) }),
  panels: z.array(panelSchema).min(1),
});

/** The metrics that an expression names, without what a histogram adds. */
function readNames(expression: string): string[] {
  return [...expression.matchAll(/\b(?:rung|nodejs|process)_\w+/g)].map(([name]) =>
    name.replace(/_(?:bucket|sum|count)$/, ''),
  );
}

const listKnown = () =>
  getMetrics()
    .registry.getMetricsAsArray()
    .map(({ name }) => name);

describe('the dashboard in docs/grafana', () => {
  const dashboard = dashboardSchema.parse(JSON.parse(readFileSync('docs/grafana/rung.json', 'utf8')));

  it('security 18.e: is one that Grafana reads, each panel in a place of its own', () => {
    const ids = dashboard.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(5);
    const taken = new Set<string>();
    for (const { gridPos, title } of dashboard.panels)
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(x, title).toBeLessThan(24);
          expect(taken.has(`${x} ${y}`), title).toBe(false);
          taken.add(`${x} ${y}`);
        }
  });

  it('security 18.f: asks for metrics that there are, and shows every one of Rung’s own', () => {
    const used = new Set(
      dashboard.panels.flatMap((panel) =>
        'targets' in panel ? panel.targets.flatMap(({ expr }) => readNames(expr)) : [],
      ),
    );
    expect([...used].filter((name) => !listKnown().includes(name))).toEqual([]);
    expect(listKnown().filter((name) => name.startsWith('rung_') && !used.has(name))).toEqual([]);
  });
});

describe('the alerts in docs/prometheus', () => {
  it('security 18.g: ask for metrics and labels that there are', async () => {
    const text = readFileSync('docs/prometheus/alerts.yml', 'utf8');
    const expressions = [...text.matchAll(/^ +expr: (.+)$/gm)].map(([, expression = '']) => expression);
    expect(expressions.length).toBe([...text.matchAll(/- alert: \w+$/gm)].length);
    expect(expressions.flatMap(readNames).filter((name) => !listKnown().includes(name))).toEqual([]);
    const known = new Map(
      getMetrics()
        .registry.getMetricsAsArray()
        .map((metric) => [metric.name, metric]),
    );
    const labelled = [...expressions.join('\n').matchAll(/\b(rung_\w+)\{([^}]*)\}/g)];
    expect(labelled.length).toBeGreaterThan(0);
    for (const [, name = '', labels = ''] of labelled) {
      const metric = known.get(name.replace(/_bucket$/, '')) as unknown as { labelNames: string[] };
      for (const [, label = ''] of labels.matchAll(/(\w+)=~?"/g))
        expect(metric.labelNames, name).toContain(label);
      expect(labels, name).toMatch(/\w+=~?"/);
    }
  });
});
