import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The server in front and the application are bundled apart; within one process they share what hangs here. */
const key = Symbol.for('rung.metrics');
const shared = globalThis as typeof globalThis & { [key]?: Metrics };

export type Metrics = ReturnType<typeof buildMetrics>;

/** What this process counts and measures of itself, for Prometheus. No label names a person or holds what one typed. */
export function getMetrics(): Metrics {
  shared[key] ??= buildMetrics();
  return shared[key];
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function buildMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: 'rung_http_requests_total',
      help: 'Requests by method, route and status; 499 where the sender went before the answer.',
      labelNames: ['method', 'route', 'status'] as const,
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'rung_http_request_duration_seconds',
      help: 'From the first byte of a request to the last of its answer.',
      labelNames: ['method', 'route'] as const,
      buckets: SECONDS,
      registers,
    }),
    failedSignIns: startAtZero(
      new Counter({
        name: 'rung_sign_ins_failed_total',
        help: 'Sign-ins that were refused, by the way in and the reason.',
        labelNames: ['way', 'reason'] as const,
        registers,
      }),
      ['password', 'code'].flatMap((way) =>
        ['wrong', 'throttled', 'busy'].map((reason) => ({ way, reason })),
      ),
    ),
    mails: startAtZero(
      new Counter({
        name: 'rung_mails_total',
        help: 'Mails that the mail server took or refused.',
        labelNames: ['outcome'] as const,
        registers,
      }),
      [{ outcome: 'sent' }, { outcome: 'failed' }],
    ),
    databaseWaitSeconds: new Histogram({
      name: 'rung_database_wait_seconds',
      help: 'How long work waited for its turn or for a lock before it began.',
      labelNames: ['intent'] as const,
      buckets: [0.001, ...SECONDS.slice(0, 10)],
      registers,
    }),
    databaseFailures: startAtZero(
      new Counter({
        name: 'rung_database_failures_total',
        help: 'Work that the database could not do, by why.',
        labelNames: ['intent', 'fault'] as const,
        registers,
      }),
      ['read', 'save'].flatMap((intent) =>
        ['busy', 'full', 'read-only', 'unreachable', 'damaged'].map((fault) => ({ intent, fault })),
      ),
    ),
    plannerWaiting: new Gauge({
      name: 'rung_planner_waiting',
      help: 'Plans that wait for a worker.',
      registers,
    }),
    plannerRunning: new Gauge({
      name: 'rung_planner_running',
      help: 'Plans that are being worked out.',
      registers,
    }),
    plannerWaitSeconds: new Histogram({
      name: 'rung_planner_wait_seconds',
      help: 'How long a plan waited for a worker; strangers have one of their own, and before that wait at /try.',
      labelNames: ['lane'] as const,
      buckets: SECONDS,
      registers,
    }),
    plannerRefused: startAtZero(
      new Counter({
        name: 'rung_planner_refused_total',
        help: 'Plans that were not worked out: no place, too long, too large, or turned away at /try.',
        labelNames: ['lane', 'reason'] as const,
        registers,
      }),
      [
        ...['people', 'strangers'].flatMap((lane) =>
          ['busy', 'too-long', 'too-large'].map((reason) => ({ lane, reason })),
        ),
        { lane: 'strangers', reason: 'turned-away' },
      ],
    ),
    rows: new Gauge({
      name: 'rung_rows',
      help: 'Rows by table, counted every quarter of an hour at most.',
      labelNames: ['table'] as const,
      registers,
    }),
    databaseBytes: new Gauge({
      name: 'rung_database_bytes',
      help: 'The size of the database.',
      registers,
    }),
  };
}

/** An alert on growth needs the series from before the first event. */
function startAtZero<Label extends string>(
  counter: Counter<Label>,
  labels: readonly Record<Label, string>[],
): Counter<Label> {
  for (const one of labels) counter.inc(one, 0);
  return counter;
}
