import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { env } from '@/lib/env';
import { getAsker } from '@/lib/http/request-context';
import { getMetrics } from '@/lib/operator/metrics';
import { PlanCache } from './cache';
import { type Claim, type Lane, PlannerPool } from './pool';
import { makeAbortError } from './refusal';
import { startPlannerThread } from './thread';
import type { PlannerAnswer, PlannerQuestion } from './worker';

const MOST_WORKERS = 2;
/** Questions that people may have waiting, in all and each. A page that compares plans asks ten at once. */
const MOST_OF_PEOPLE = 400;
const MOST_OF_EACH = 40;
/** After so long in the queue a person is told that it is full; strangers sooner, since they can only be told to wait. */
const PATIENCE_MS: Readonly<Record<Lane, number>> = { people: 60_000, strangers: 1_500 };

/** Strangers' answers are kept apart, so that they drive out nobody else's. */
const CACHES: Readonly<Record<Lane, { entries: number; characters: number }>> = {
  people: { entries: 500, characters: 16_000_000 },
  strangers: { entries: 100, characters: 4_000_000 },
};

/** A run and those who wait for it: it ends when the last of them has gone. */
type Run = { answer: Promise<PlannerAnswer>; askers: number; ending: AbortController };

/** What survives a reload of modules in development: one pool a process, and a cache for each lane. */
type Planner = { pool: PlannerPool; caches: Record<Lane, PlanCache>; runs: Map<string, Run> };
const holder = globalThis as typeof globalThis & { rungPlanner?: Planner };

function getPlanner(): Planner {
  holder.rungPlanner ??= {
    pool: new PlannerPool({
      long: Math.max(1, Math.min(MOST_WORKERS, availableParallelism())),
      megabytes: env.LIMIT_PLANNER_MEGABYTES,
      most: { strangers: env.LIMIT_TRY_WAITING, people: MOST_OF_PEOPLE, each: MOST_OF_EACH },
      startThread: startPlannerThread,
      watch: {
        waited: (lane, seconds) => getMetrics().plannerWaitSeconds.observe({ lane }, seconds),
        refused: (lane, reason) => getMetrics().plannerRefused.inc({ lane, reason }),
      },
    }),
    caches: { people: new PlanCache(CACHES.people), strangers: new PlanCache(CACHES.strangers) },
    runs: new Map(),
  };
  return holder.rungPlanner;
}

/** Whoever asks in the request under way; a command, which asks outside of any, has no limits. */
function buildClaim(): Claim {
  const asker = getAsker();
  if (!asker) return { lane: 'people', owner: null };
  const lane = asker.personId === null ? 'strangers' : 'people';
  return {
    lane,
    owner: asker.personId ?? 'strangers',
    signal: asker.signal,
    limits: { waitMs: PATIENCE_MS[lane], runMs: env.LIMIT_PLANNER_SECONDS * 1000 },
  };
}

/** The answers kept for whoever asks. */
export const getCache = (): PlanCache => getPlanner().caches[buildClaim().lane];

/** How much the planner has to do. */
export function getPlannerLoad(): { waiting: number; running: number } {
  return getPlanner().pool.load;
}

/** Ends the workers; the next plan starts new ones. */
export async function closePlanner(): Promise<void> {
  const planner = holder.rungPlanner;
  holder.rungPlanner = undefined;
  await planner?.pool.close();
}

/** Answers from the cache, from a run under way for the same question, or from a worker. */
export async function answerOnce(question: PlannerQuestion, key: string): Promise<PlannerAnswer> {
  const { caches, runs } = getPlanner();
  const claim = buildClaim();
  const known = caches[claim.lane].get<NonNullable<PlannerAnswer>>(key);
  if (known) return known;
  const place = `${claim.lane} ${key}`;
  const run = runs.get(place) ?? start(question, claim, { key, place });
  return join(run, claim.signal);
}

function start(question: PlannerQuestion, claim: Claim, { key, place }: { key: string; place: string }): Run {
  const { pool, caches, runs } = getPlanner();
  const ending = new AbortController();
  const answer = pool.run(question, { ...claim, signal: ending.signal }).then((answered) => {
    caches[claim.lane].set(key, answered);
    return answered;
  });
  const run: Run = { answer, askers: 0, ending };
  const forget = () => {
    if (runs.get(place) === run) runs.delete(place);
  };
  answer.then(forget, forget);
  ending.signal.addEventListener('abort', forget);
  runs.set(place, run);
  return run;
}

/** Waits for a run until there is an answer or the asker has gone, and ends it after the last one. */
function join(run: Run, signal: AbortSignal | undefined): Promise<PlannerAnswer> {
  run.askers += 1;
  if (!signal) return run.answer;
  return new Promise((resolve, reject) => {
    const leave = () => {
      run.askers -= 1;
      if (run.askers === 0) run.ending.abort();
      reject(makeAbortError());
    };
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    run.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Stands for a question: equal ones have equal keys, whatever the order of their fields. */
export function toKey(parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(parts)))
    .digest('base64url');
}

/** The same value with the keys of every object in order, so that equal profiles have equal text. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sortKeys(entry)]),
  );
}
