import type { CanDo } from './career';
import type { Step } from './schema';

/** The highest level that a way of being assessed is believed for; levels 4 and 5 come from work. */
const HIGHEST_BELIEVED = { none: 2, quiz: 2, 'hands-on': 3, work: 5 } as const;

/** The can-dos that a step says it teaches and is not believed for: too high for how it is assessed, or shown at work only. */
export function findNotBelieved(
  step: Pick<Step, 'teaches' | 'assessed' | 'atWork'>,
  canDoById: ReadonlyMap<string, CanDo>,
): string[] {
  return step.teaches.filter((id) => {
    const canDo = canDoById.get(id);
    if (!canDo) return false;
    return (
      canDo.level > HIGHEST_BELIEVED[step.assessed] || (!step.atWork && (canDo.atWork || canDo.level > 3))
    );
  });
}
