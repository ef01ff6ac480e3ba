import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Career } from './domain/catalogue';
import type { PlanDocument } from './domain/planner/document';
import type { Effort } from './domain/planner/effort';
import type { Profile } from './domain/planner/profile';
import { PlanCache } from './plan-cache';
import { PlannerPool } from './planner-pool';

const MOST_WORKERS = 2;

/** What survives a reload of modules in development: one pool and one cache a process. */
type Planner = { pool: PlannerPool; cache: PlanCache; waiting: Map<string, Promise<PlanDocument>> };
const holder = globalThis as typeof globalThis & { rungPlanner?: Planner };

function getPlanner(): Planner {
  holder.rungPlanner ??= {
    pool: new PlannerPool(Math.max(1, Math.min(MOST_WORKERS, availableParallelism()))),
    cache: new PlanCache(),
    waiting: new Map(),
  };
  return holder.rungPlanner;
}

/**
 * The plan for a profile, solved in a worker thread so that no request waits behind another's arithmetic.
 * `quick` answers within the time of a page; `full` goes on proving. Kept by profile and catalogue; equal
 * requests at the same time share one run, and a proved plan serves both efforts. Rejects when the worker dies.
 */
export async function getPlan(
  career: Career,
  profile: Profile,
  { effort = 'full' }: { effort?: Effort } = {},
): Promise<PlanDocument> {
  const { pool, cache, waiting } = getPlanner();
  const full = computeKey(career, profile, 'full');
  const key = computeKey(career, profile, effort);
  const known = cache.get(full) ?? cache.get(key);
  if (known) return known;
  const running = waiting.get(key);
  if (running) return running;
  const started = pool
    .run({
      root: process.cwd(),
      career: career.id,
      version: career.version,
      ownSteps: career.ownSteps,
      profile,
      effort,
    })
    .then((document) => {
      cache.set(document.status === 'optimal' ? full : key, document);
      return document;
    })
    .finally(() => waiting.delete(key));
  waiting.set(key, started);
  return started;
}

/** The plan if it is kept already at full effort, without waiting for anything. */
export function peekPlan(career: Career, profile: Profile): PlanDocument | null {
  return getPlanner().cache.get(computeKey(career, profile, 'full'));
}

/** Ends the workers; the next plan starts new ones. */
export async function closePlanner(): Promise<void> {
  const planner = holder.rungPlanner;
  holder.rungPlanner = undefined;
  await planner?.pool.close();
}

function computeKey(career: Career, profile: Profile, effort: Effort): string {
  return createHash('sha256')
    .update(JSON.stringify([career.id, career.version, career.ownSteps, effort, sortKeys(profile)]))
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
