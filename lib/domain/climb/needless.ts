import { NEVER } from './schedule/calendar';
import { holds } from './search/holds';
import type { StageSolution } from './solve-stage';

/**
 * Whether what a next stage finishes before this one is over could stand in for one of its steps. It looks at this
 * stage alone, so it may say yes of a step that the next one needs.
 */
export function makesNeedless(stage: StageSolution, next: StageSolution): boolean {
  const early = next.placements.filter(({ start, weeks }) => start + weeks <= stage.ready);
  if (early.length === 0) return false;
  const brought = new Map<number, number>();
  for (const { step, start, weeks } of early)
    for (const id of next.model.steps[step]?.source.teaches ?? []) {
      const fact = stage.model.factById.get(id);
      if (fact !== undefined) brought.set(fact, Math.min(start + weeks, brought.get(fact) ?? NEVER));
    }
  return stage.placements.some((left) =>
    holds(
      stage.model,
      stage.placements.filter((other) => other !== left),
      { brought, ready: stage.ready },
    ),
  );
}
