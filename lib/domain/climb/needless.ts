import type { Person } from './model/climber';
import { NEVER } from './schedule/calendar';
import { holds } from './search/holds';
import type { StageSolution } from './solve-stage';
import { findGoalPost } from './ways/list-ways';

type Placements = StageSolution['placements'];

/**
 * Steps of a next stage that are finished before this one is over and could, with those before them, stand in for one of
 * its steps that nothing later needs.
 */
export function listDisturbing(
  stage: StageSolution,
  next: StageSolution,
  isNeededLater: (id: string) => boolean,
): string[] {
  const mayGo = stage.placements.filter(({ step }) => !isNeededLater(stage.model.steps[step]?.id ?? ''));
  if (mayGo.length === 0) return [];
  const early = next.placements.filter(({ start, weeks }) => start + weeks <= stage.ready);
  const harmless: Placements[number][] = [];
  const disturbing: string[] = [];
  for (const placement of [...early].sort((one, other) => one.start - other.start)) {
    const id = next.model.steps[placement.step]?.id;
    if (id !== undefined && makesNeedless(stage, next, { early: [...harmless, placement], mayGo }))
      disturbing.push(id);
    else harmless.push(placement);
  }
  return disturbing;
}

function makesNeedless(
  stage: StageSolution,
  next: StageSolution,
  { early, mayGo }: { early: Placements; mayGo: Placements },
): boolean {
  const brought = new Map<number, number>();
  for (const { step, start, weeks } of early)
    for (const id of next.model.steps[step]?.source.teaches ?? []) {
      const fact = stage.model.factById.get(id);
      if (fact !== undefined) brought.set(fact, Math.min(start + weeks, brought.get(fact) ?? NEVER));
    }
  return mayGo.some((left) =>
    holds(
      stage.model,
      stage.placements.filter((other) => other !== left),
      { brought, ready: stage.ready },
    ),
  );
}

/** Steps that alone, of all stages of a way, teach a can-do of its goal; none where they do not lead there. */
export function listSoleTeachers(
  { career, profile, letStand }: Person,
  stages: readonly StageSolution[],
): Set<string> {
  const goal = findGoalPost(career, profile.role);
  if (stages.at(-1)?.model.until !== goal.id) return new Set();
  const steps = stages.flatMap(({ model, placements }) =>
    placements.flatMap(({ step }) => model.steps[step]?.source ?? []),
  );
  const inPosts = stages.flatMap(({ model }) => career.postById.get(model.post ?? '')?.teaches ?? []);
  const ways = new Map<string, number>();
  for (const id of [...inPosts, ...steps.flatMap(({ teaches }) => teaches)])
    ways.set(id, (ways.get(id) ?? 0) + 1);
  const missing = new Set(stages.flatMap(({ model }) => model.facts));
  const asked = career.askedByPost.get(goal.id) ?? new Set<string>();
  const isSole = (id: string): boolean =>
    ways.get(id) === 1 && asked.has(id) && missing.has(id) && !letStand.has(id);
  return new Set(steps.filter(({ teaches }) => teaches.some(isSole)).map(({ id }) => id));
}
