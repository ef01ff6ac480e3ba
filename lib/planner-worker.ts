import { parentPort } from 'node:worker_threads';
import { loadCareer } from './catalogue';
import { type OwnStepFacts, withOwnSteps } from './domain/own-step';
import type { PlanDocument } from './domain/planner/document';
import type { Effort } from './domain/planner/effort';
import type { Profile } from './domain/planner/profile';
import { solvePlan } from './domain/planner/solve';

export type PlannerRequest = {
  id: number;
  root: string;
  career: string;
  version: string;
  ownSteps: readonly OwnStepFacts[];
  profile: Profile;
  effort: Effort;
};
export type PlannerResponse = { id: number; document: PlanDocument } | { id: number; error: string };

parentPort?.on('message', (request: PlannerRequest) => {
  parentPort?.postMessage(answer(request));
});

function answer(request: PlannerRequest): PlannerResponse {
  try {
    const catalogue = loadCareer(request.career, request.root);
    if (catalogue.version !== request.version)
      throw new Error(`The career ${request.career} has changed since this process read it.`);
    const career = withOwnSteps(catalogue, request.ownSteps);
    return { id: request.id, document: solvePlan(career, request.profile, { effort: request.effort }) };
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) };
  }
}
