import type { StageModel } from '../model/stage-model';

/** One flag a step: 1 where the step is in the set. */
export type StepSet = Uint8Array;

export function toSet(model: StageModel, indices: Iterable<number>): StepSet {
  const set = new Uint8Array(model.steps.length);
  for (const index of indices) set[index] = 1;
  return set;
}

export function fullSet(model: StageModel): StepSet {
  return new Uint8Array(model.steps.length).fill(1);
}

export function listMembers(set: StepSet): number[] {
  const members: number[] = [];
  for (let index = 0; index < set.length; index += 1) if (set[index] === 1) members.push(index);
  return members;
}
