import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument } from '@/lib/domain/climb/document';
import type { Forecast } from '@/lib/domain/climb/follow/forecast';
import type { Replanning } from '@/lib/domain/climb/follow/replan';
import type { Profile } from '@/lib/domain/climb/profile';
import type { Effort } from '@/lib/domain/climb/search/effort';
import { answerOnce, getCache, toKey } from './client';
import type { FollowedClimb, PlannerAnswers, PlannerTask } from './worker';

// What is asked of the planner of stages; the workers, the cache and the limits are those of ./client.

type Inquiry<Task extends PlannerTask> = {
  career: Career;
  profile: Profile;
  task: Task;
  effort: Effort;
  followed?: FollowedClimb | null;
};
type PlanTask = 'plan' | 'continuation';

/**
 * The plan of stages for a profile, solved in a worker thread so that no request waits behind another's arithmetic.
 * `glance` answers within the time of a page, `quick` within that of many answers at once; `full` goes on proving. Kept by
 * profile and catalogue; equal requests at the same time share one run, and a proved plan serves every effort. Rejects when
 * the worker dies, with a PlannerRefusal where there is no place or time for it, and with an AbortError when the request
 * has ended.
 */
export function computeClimb(
  career: Career,
  profile: Profile,
  { effort = 'full' }: { effort?: Effort } = {},
): Promise<PlanDocument> {
  return askOrPeek({ career, profile, task: 'plan', effort });
}

/** The best plan that goes on from a kept one of either version; null where there was none. See solveContinuation. */
export function computeClimbContinuation(
  career: Career,
  profile: Profile,
  { effort, ...followed }: FollowedClimb & { effort: Effort },
): Promise<PlanDocument | null> {
  return askOrPeek({ career, profile, task: 'continuation', effort, followed });
}

/** When a followed plan of either version will be finished; null where nothing is left of it. See computeForecast. */
export function computeClimbForecast(
  career: Career,
  profile: Profile,
  followed: FollowedClimb,
): Promise<Forecast | null> {
  return ask({ career, profile, task: 'forecast', effort: 'quick', followed });
}

/** Whether what is left of a plan should be planned anew for a person as they stand now; see replan. */
export function computeClimbReplanning(
  career: Career,
  profile: Profile,
  followed: FollowedClimb,
): Promise<Replanning> {
  return ask({ career, profile, task: 'replanning', effort: 'quick', followed });
}

/**
 * A plan at once: the best that is known of a profile, or else what a glance finds, which may be none although there is
 * one. What is still to be looked for, computeClimb finds.
 */
export function computeFirstClimb(career: Career, profile: Profile): Promise<PlanDocument> {
  const question = { career, profile, task: 'plan' as const };
  const known = peek(question) ?? getCache().get<PlanDocument>(keyOf({ ...question, effort: 'quick' }));
  return known ? Promise.resolve(known) : askOrPeek({ ...question, effort: 'glance' });
}

/** The plan if it is kept already at full effort, without waiting for anything; one that goes on from `followed`. */
export function peekClimb(
  career: Career,
  profile: Profile,
  followed: FollowedClimb | null = null,
): PlanDocument | null {
  return peek({ career, profile, task: followed ? 'continuation' : 'plan', followed });
}

/** Keeps a plan that is better than the quick answer to the same question, so that every page tells of the same one. */
export function keepClimb(answer: {
  career: Career;
  profile: Profile;
  followed: FollowedClimb | null;
  document: PlanDocument;
}): void {
  const { document, ...question } = answer;
  const task = question.followed ? 'continuation' : 'plan';
  const cache = getCache();
  for (const effort of ['quick', 'full'] as const) {
    const key = keyOf({ ...question, task, effort });
    if (effort === 'quick' || cache.get(key) !== null) cache.set(key, document);
  }
}

/** What full effort came to, where that is kept; else an answer, of which a proved one is kept as that. */
async function askOrPeek<Task extends PlanTask>(question: Inquiry<Task>): Promise<PlannerAnswers[Task]> {
  const known = peek(question);
  if (known) return known as PlannerAnswers[Task];
  const document = await ask(question);
  if (document?.status === 'optimal') getCache().set(keyOf({ ...question, effort: 'full' }), document);
  return document;
}

function peek(question: Omit<Inquiry<PlanTask>, 'effort'>): PlanDocument | null {
  return getCache().get(keyOf({ ...question, effort: 'full' }));
}

/** Answers from the cache, from a run under way for the same question, or from a worker. */
async function ask<Task extends PlannerTask>(question: Inquiry<Task>): Promise<PlannerAnswers[Task]> {
  const { career, profile, task, effort, followed = null } = question;
  const { id, version, ownSteps } = career;
  const asked = {
    root: process.cwd(),
    career: id,
    version,
    ownSteps,
    profile,
    task,
    effort,
    followed,
  };
  return (await answerOnce(asked, keyOf(question))) as PlannerAnswers[Task];
}

function keyOf({ career, profile, task, effort, followed }: Inquiry<PlannerTask>): string {
  const { id, version, ownSteps } = career;
  return toKey([id, version, ownSteps, task, effort, profile, followed ?? null]);
}
