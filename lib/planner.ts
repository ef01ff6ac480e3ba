import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Career as SecondEdition } from './domain/career/career';
import type { Career } from './domain/catalogue';
import type { PlanDocument as ClimbDocument } from './domain/climb/document';
import type { Profile as ClimbProfile } from './domain/climb/profile';
import type { Forecast } from './domain/forecast';
import type { PlanDocument } from './domain/planner/document';
import type { Effort } from './domain/planner/effort';
import type { Profile } from './domain/planner/profile';
import type { Replanning } from './domain/planner/replan';
import { PlanCache } from './plan-cache';
import { PlannerPool } from './planner-pool';
import type { FollowedPlan, PlannerAnswer, PlannerAnswers, PlannerTask } from './planner-worker';

const MOST_WORKERS = 2;

/** What survives a reload of modules in development: one pool and one cache a process. */
type Planner = { pool: PlannerPool; cache: PlanCache; waiting: Map<string, Promise<PlannerAnswer>> };
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
export function getPlan(
  career: Career,
  profile: Profile,
  { effort = 'full' }: { effort?: Effort } = {},
): Promise<PlanDocument> {
  return askOrPeek({ career, profile, task: 'plan', effort });
}

/** The plan of the second edition for a profile, like getPlan. */
export async function getClimb(
  career: SecondEdition,
  profile: ClimbProfile,
  { effort = 'full' }: { effort?: Effort } = {},
): Promise<ClimbDocument> {
  const { pool, cache, waiting } = getPlanner();
  const { id, version, ownSteps } = career;
  const parts = [id, version, ownSteps, 'climb', effort, sortKeys(profile)];
  const key = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  const known = cache.get<ClimbDocument>(key) ?? (waiting.get(key) as Promise<ClimbDocument> | undefined);
  if (known) return known;
  const started = pool
    .run({ task: 'climb', root: process.cwd(), career: id, version, ownSteps, profile, effort })
    .then((answer) => {
      cache.set(key, answer);
      return answer;
    })
    .finally(() => waiting.delete(key));
  waiting.set(key, started);
  return started as Promise<ClimbDocument>;
}

/** When a plan will be finished; null where nothing is left of it. See computeForecast. */
export function getForecast(career: Career, followed: FollowedPlan): Promise<Forecast | null> {
  return ask({ career, profile: followed.plan.profile, task: 'forecast', effort: 'quick', followed });
}

/** Whether what is left of a plan should be planned anew for a person as they stand now; see replan. */
export function getReplanning(career: Career, profile: Profile, followed: FollowedPlan): Promise<Replanning> {
  return ask({ career, profile, task: 'replanning', effort: 'quick', followed });
}

/** The best plan that goes on from a kept one, like getPlan; null where there was none. See solveContinuation. */
export function getContinuation(
  career: Career,
  profile: Profile,
  { effort, ...followed }: FollowedPlan & { effort: Effort },
): Promise<PlanDocument | null> {
  return askOrPeek({ career, profile, task: 'continuation', effort, followed });
}

/** The plan if it is kept already at full effort, without waiting for anything; one that goes on from `followed`. */
export function peekPlan(
  career: Career,
  profile: Profile,
  followed: FollowedPlan | null = null,
): PlanDocument | null {
  return peek(
    followed ? { career, profile, task: 'continuation', followed } : { career, profile, task: 'plan' },
  );
}

/** Keeps a plan that is better than the quick answer to the same question, so that every page tells of the same one. */
export function keepAnswer(answer: {
  career: Career;
  profile: Profile;
  followed: FollowedPlan | null;
  document: PlanDocument;
}): void {
  const { document, ...question } = answer;
  const task = question.followed ? 'continuation' : 'plan';
  const { cache } = getPlanner();
  for (const effort of ['quick', 'full'] as const) {
    const key = computeKey({ ...question, task, effort, followed: question.followed ?? undefined });
    if (effort === 'quick' || cache.get(key) !== null) cache.set(key, document);
  }
}

/** Ends the workers; the next plan starts new ones. */
export async function closePlanner(): Promise<void> {
  const planner = holder.rungPlanner;
  holder.rungPlanner = undefined;
  await planner?.pool.close();
}

type Question<Task extends PlannerTask> = {
  career: Career;
  profile: Profile;
  task: Task;
  effort: Effort;
  followed?: FollowedPlan;
};

type PlanTask = 'plan' | 'continuation';

/** What full effort came to, where that is kept; else an answer, of which a proved one is kept as that. */
async function askOrPeek<Task extends PlanTask>(question: Question<Task>): Promise<PlannerAnswers[Task]> {
  const known = peek(question);
  if (known) return known;
  const document = await ask(question);
  if (document?.status === 'optimal')
    getPlanner().cache.set(computeKey({ ...question, effort: 'full' }), document);
  return document;
}

function peek(question: Omit<Question<PlanTask>, 'effort'>): PlanDocument | null {
  return getPlanner().cache.get(computeKey({ ...question, effort: 'full' }));
}

/** Answers from the cache, from a run under way for the same question, or from a worker. */
async function ask<Task extends PlannerTask>(question: Question<Task>): Promise<PlannerAnswers[Task]> {
  const { pool, cache, waiting } = getPlanner();
  const { career, profile, task, effort, followed = null } = question;
  const key = computeKey(question);
  const known = cache.get<PlannerAnswers[Task]>(key) ?? waiting.get(key);
  if (known) return known as PlannerAnswers[Task] | Promise<PlannerAnswers[Task]>;
  const started = pool
    .run({
      root: process.cwd(),
      career: career.id,
      version: career.version,
      ownSteps: career.ownSteps,
      profile,
      task,
      effort,
      followed,
    })
    .then((answer) => {
      cache.set(key, answer);
      return answer;
    })
    .finally(() => waiting.delete(key));
  waiting.set(key, started);
  return started as Promise<PlannerAnswers[Task]>;
}

function computeKey({ career, profile, task, effort, followed }: Question<PlannerTask>): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        career.id,
        career.version,
        career.ownSteps,
        task,
        effort,
        sortKeys(profile),
        sortKeys(followed ?? null),
      ]),
    )
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
