import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { loadCareer } from '@/lib/catalogue';
import type { OwnStepFacts } from '@/lib/domain/career/career';
import { withOwnSteps } from '@/lib/domain/career/own-steps';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { solveContinuation } from '@/lib/domain/climb/follow/continuation';
import type { Following } from '@/lib/domain/climb/follow/following';
import { computeForecast, type Forecast } from '@/lib/domain/climb/follow/forecast';
import { type Replanning, replan } from '@/lib/domain/climb/follow/replan';
import type { Profile } from '@/lib/domain/climb/profile';
import type { Effort } from '@/lib/domain/climb/search/effort';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { planWords } from '@/lib/wording/plan-words';

/** What the worker can be asked for, and what it answers. */
export type PlannerAnswers = {
  plan: PlanDocument;
  continuation: PlanDocument | null;
  forecast: Forecast | null;
  replanning: Replanning;
};
export type PlannerTask = keyof PlannerAnswers;
export type PlannerAnswer = PlannerAnswers[PlannerTask];
/** A plan of either version that is followed. */
export type FollowedClimb = Omit<Following, 'profile'>;

export type PlannerRequest = {
  id: number;
  task: PlannerTask;
  root: string;
  career: string;
  version: string;
  ownSteps: readonly OwnStepFacts[];
  profile: Profile;
  effort: Effort;
  followed: FollowedClimb | null;
};
/** A request before it has its number. */
export type PlannerQuestion = Omit<PlannerRequest, 'id'>;
export type PlannerResponse = { id: number; answer: PlannerAnswer } | { id: number; error: string };

/** What a thread is started with. */
export type PlannerThreadData = { lane: 'people' | 'strangers' };

/** A third of the processor's time where others want it. */
const STRANGERS_NICENESS = 5;

/** Takes no more than what others leave of a busy processor, where the system lets a thread say so (Linux). */
function giveWay(): void {
  try {
    const [, thread] = readlinkSync('/proc/thread-self').split('/task/');
    if (thread) setPriority(Number(thread), STRANGERS_NICENESS);
  } catch {
    // Elsewhere it is a thread like any other.
  }
}

if (!isMainThread && (workerData as PlannerThreadData).lane === 'strangers') giveWay();

parentPort?.on('message', (request: PlannerRequest) => {
  parentPort?.postMessage(respond(request));
});

function respond(request: PlannerRequest): PlannerResponse {
  try {
    return { id: request.id, answer: answer(request) };
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) };
  }
}

function answer(request: PlannerRequest): PlannerAnswer {
  const { root, version, ownSteps, task, profile, effort, followed } = request;
  const catalogue = loadCareer(request.career, root);
  if (catalogue.version !== version)
    throw new Error(`The career ${catalogue.id} has changed since this process read it.`);
  const career = withOwnSteps(catalogue, ownSteps);
  const options = { effort, words: planWords };
  if (task === 'plan') return solvePlan(career, profile, options);
  if (!followed) throw new Error('There is no plan to go on from.');
  const following = { ...followed, profile };
  if (task === 'forecast') return computeForecast(career, following);
  return task === 'replanning'
    ? replan(career, following, options)
    : solveContinuation(career, following, options);
}
