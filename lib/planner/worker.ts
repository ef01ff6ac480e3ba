import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { loadCareer, loadSecondEdition } from '@/lib/catalogue';
import type { OwnStepFacts as ClimbOwnStep } from '@/lib/domain/career/career';
import { withOwnSteps as withClimbOwnSteps } from '@/lib/domain/career/own-steps';
import type { Career, OwnStepFacts } from '@/lib/domain/catalogue';
import type { PlanDocument as ClimbDocument } from '@/lib/domain/climb/document';
import { solveContinuation as continueClimb } from '@/lib/domain/climb/follow/continuation';
import type { Following } from '@/lib/domain/climb/follow/following';
import {
  type Forecast as ClimbForecast,
  computeForecast as forecastClimb,
} from '@/lib/domain/climb/follow/forecast';
import { type Replanning as ClimbReplanning, replan as replanClimb } from '@/lib/domain/climb/follow/replan';
import { listWithout, type Without } from '@/lib/domain/climb/follow/without';
import type { Profile as ClimbProfile } from '@/lib/domain/climb/profile';
import { solvePlan as solveClimb } from '@/lib/domain/climb/solve-plan';
import { computeForecast, type Forecast, type ForecastInput } from '@/lib/domain/forecast';
import { withOwnSteps } from '@/lib/domain/own-step';
import { solveContinuation } from '@/lib/domain/planner/continuation';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Effort } from '@/lib/domain/planner/effort';
import type { Profile } from '@/lib/domain/planner/profile';
import { type Replanning, replan } from '@/lib/domain/planner/replan';
import { solvePlan } from '@/lib/domain/planner/solve';
import { planWords } from '@/lib/wording/plan-words';

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
export type PlannerAnswer = PlannerAnswers[PlannerTask] | ClimbAnswers[ClimbTask];

/** The same of the second edition. */
export type ClimbAnswers = {
  climb: ClimbDocument;
  climbContinuation: ClimbDocument | null;
  climbForecast: ClimbForecast | null;
  climbReplanning: ClimbReplanning;
  climbWithout: Without[];
};
export type ClimbTask = keyof ClimbAnswers;
/** A plan of either version that is followed. */
export type FollowedClimb = Omit<Following, 'profile'>;

type FirstEditionRequest = {
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
type ClimbRequest = {
  id: number;
  task: ClimbTask;
  root: string;
  career: string;
  version: string;
  ownSteps: readonly ClimbOwnStep[];
  profile: ClimbProfile;
  effort: Effort;
  followed: FollowedClimb | null;
  /** The plan that is asked about, and the steps of it. */
  about: { document: ClimbDocument; only?: readonly string[] } | null;
};
export type PlannerRequest = FirstEditionRequest | ClimbRequest;
/** A request before it has its number. */
export type PlannerQuestion = Omit<FirstEditionRequest, 'id'> | Omit<ClimbRequest, 'id'>;
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
    return { id: request.id, answer: isClimb(request) ? climb(request) : answerFirst(request) };
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) };
  }
}

function isClimb(request: PlannerRequest): request is ClimbRequest {
  return request.task.startsWith('climb');
}

function climb(request: ClimbRequest): ClimbAnswers[ClimbTask] {
  const { root, version, ownSteps, task, profile, effort, followed, about } = request;
  const catalogue = loadSecondEdition(request.career, root);
  expectVersion(catalogue, version);
  const career = withClimbOwnSteps(catalogue, ownSteps);
  const options = { effort, words: planWords };
  if (task === 'climb') return solveClimb(career, profile, options);
  if (task === 'climbWithout') return about ? listWithout(career, { profile, followed, ...about }) : [];
  if (!followed) throw new Error('There is no plan to go on from.');
  const following = { ...followed, profile };
  if (task === 'climbForecast') return forecastClimb(career, following);
  return task === 'climbReplanning'
    ? replanClimb(career, following, options)
    : continueClimb(career, following, options);
}

function answerFirst(request: FirstEditionRequest): PlannerAnswer {
  const catalogue = loadCareer(request.career, request.root);
  expectVersion(catalogue, request.version);
  return answer(withOwnSteps(catalogue, request.ownSteps), request);
}

function expectVersion(catalogue: { id: string; version: string }, version: string): void {
  if (catalogue.version !== version)
    throw new Error(`The career ${catalogue.id} has changed since this process read it.`);
}

function answer(career: Career, { task, profile, effort, followed }: FirstEditionRequest): PlannerAnswer {
  if (task === 'plan') return solvePlan(career, profile, { effort });
  if (!followed) throw new Error('There is no plan to go on from.');
  if (task === 'forecast') return computeForecast(career, followed);
  const { plan: kept, ...rest } = followed;
  const input = { ...rest, kept, profile };
  return task === 'replanning' ? replan(career, input) : solveContinuation(career, input, { effort });
}
