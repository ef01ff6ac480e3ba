import type { StageModel } from './model/stage-model';
import type { Placement } from './schedule/scheduler';
import { holds } from './search/holds';
import type { StageSolution } from './stage-solution';

/** The placements of a stage among the steps of a model built anew; null where they do not hold there. */
export function remap(
  { model: before, placements, ready }: StageSolution,
  model: StageModel,
): readonly Placement[] | null {
  const found = placements.flatMap((placement) => {
    const step = model.indexById.get(before.steps[placement.step]?.id ?? '');
    return step === undefined ? [] : [{ ...placement, step }];
  });
  found.sort((one, other) => one.step - other.step);
  const areInTime = found.every(({ step, start }) => start >= (model.steps[step]?.earliest ?? 0));
  const isWhole = found.length === placements.length && areInTime;
  return isWhole && holds(model, found, { ready }) ? found : null;
}
