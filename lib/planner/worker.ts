import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { loadCareer } from '@/lib/catalogue';
import type { Career, OwnStepFacts } from '@/lib/domain/catalogue';
import { computeForecast, type Forecast, type ForecastInput } from '@/lib/domain/forecast';
import { withOwnSteps } from '@/lib/domain/own-step';
import { solveContinuation } from '@/lib/domain/planner/continuation';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Effort } from '@/lib/domain/planner/effort';
import type { Profile } from '@/lib/domain/planner/profile';
import { type Replanning, replan } from '@/lib/domain/planner/replan';
import { solvePlan } from '@/lib/domain/planner/solve';

/** What the worker can be asked for, and what it answers. */
export type PlannerAnswers = {
  plan: PlanDocument;
  forecast: Forecast | null;
  replanning: Replanning;
  continuation: PlanDocument | null;
};
/** A plan that is followed, for the tasks that look at what is left of it. */
export type FollowedPlan = ForecastInput;
export type PlannerTask = keyof PlannerAnswers;
export type PlannerAnswer = PlannerAnswers[PlannerTask];

export type PlannerRequest = {
  id: number;
  task: PlannerTask;
  root: string;
  career: string;
  version: string;
  ownSteps: readonly OwnStepFacts[];
  profile: Profile;
  effort: Effort;
  followed: FollowedPlan | null;
};
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
    const catalogue = loadCareer(request.career, request.root);
    if (catalogue.version !== request.version)
      throw new Error(`The career ${request.career} has changed since this process read it.`);
    const career = withOwnSteps(catalogue, request.ownSteps);
    return { id: request.id, answer: answer(career, request) };
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) };
  }
}

function answer(career: Career, { task, profile, effort, followed }: PlannerRequest): PlannerAnswer {
  if (task === 'plan') return solvePlan(career, profile, { effort });
  if (!followed) throw new Error('There is no plan to go on from.');
  if (task === 'forecast') return computeForecast(career, followed);
  const { plan: kept, ...rest } = followed;
  const input = { ...rest, kept, profile };
  return task === 'replanning' ? replan(career, input) : solveContinuation(career, input, { effort });
}
