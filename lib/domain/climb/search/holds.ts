import type { Item, StageModel } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import type { Placement } from '../schedule/scheduler';

const NONE: ReadonlyMap<number, number> = new Map();

/**
 * Whether a stage is reached by the week when these steps lie where they do, and facts are brought or steps of it finished
 * from outside.
 */
export function holds(
  model: StageModel,
  placements: readonly Placement[],
  {
    ready,
    brought = NONE,
    made = NONE,
  }: { ready: number; brought?: ReadonlyMap<number, number>; made?: ReadonlyMap<number, number> },
): boolean {
  const trueFrom = Array.from(model.given, (week, fact) => Math.min(week, brought.get(fact) ?? NEVER));
  const finished = new Map([
    ...made,
    ...placements.map(({ step, start, weeks }) => [step, start + weeks] as const),
  ]);
  for (const [step, week] of finished)
    for (const fact of model.steps[step]?.tos ?? []) trueFrom[fact] = Math.min(week, trueFrom[fact] ?? NEVER);
  const areTrue = (facts: readonly number[], week: number): boolean =>
    facts.every((fact) => (trueFrom[fact] ?? NEVER) <= week);
  const areFinished = (steps: readonly number[], week: number): boolean =>
    steps.every((step) => (finished.get(step) ?? NEVER) <= week);
  const isMet = ({ facts, steps }: Item): boolean =>
    (facts !== null && areTrue(facts, ready)) || (steps !== null && areFinished(steps, ready));
  const canStart = ({ step, start }: Placement): boolean => {
    const found = model.steps[step];
    if (!found || !areTrue(found.froms, start)) return false;
    return found.needs.every(
      ({ steps, facts, week }) =>
        week <= start ||
        steps.some((other) => areFinished([other], start)) ||
        (facts !== null && areTrue(facts, start)),
    );
  };
  return (
    areTrue(model.goalFacts, ready) &&
    model.parts.every(({ count, items }) => items.filter(isMet).length >= count) &&
    placements.every(canStart)
  );
}
