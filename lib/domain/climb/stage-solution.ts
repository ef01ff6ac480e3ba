import type { StageModel } from './model/stage-model';
import type { Placement } from './schedule/scheduler';

/** What solving a stage came to. Weeks are those of the whole plan; `ready` is the week in which the search begins. */
export type StageSolution = {
  model: StageModel;
  placements: readonly Placement[];
  ready: number;
  /** The week in which all is there, waits left out. */
  end: number;
  pence: number;
  burden: number;
  hours: number;
  steps: number;
  /** Lower bounds in the order of the objective's vector, weeks as weeks of the stage. */
  bound: readonly number[];
  bestWeeks: number;
  lowerWeeks: number;
  isProved: boolean;
};

/** No plan of the stage: whether that is proved, and whether its limits alone are what is in the way. */
export type NoStage = { isProved: boolean; isReachable: boolean };

export function isSolved(solution: StageSolution | NoStage): solution is StageSolution {
  return 'placements' in solution;
}
