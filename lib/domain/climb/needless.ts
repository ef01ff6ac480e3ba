import type { Step } from '../career/schema';
import type { Person } from './model/climber';
import { NEVER } from './schedule/calendar';
import { holds } from './search/holds';
import { fitInPlace, isLighter } from './search/stand-in';
import type { StageSolution } from './stage-solution';
import { findGoalPost } from './ways/list-ways';

type Placements = StageSolution['placements'];

/** A step of a later stage that lies before this one is over. */
type Early = { placement: Placements[number]; source: Step };

/**
 * Steps of later stages that are finished before this one is over and could, with those before them, stand in for one of
 * its steps, or let a lighter one do. `sole` are can-dos that one step alone teaches, and that are needed later too.
 */
export function listDisturbing(
  stage: StageSolution,
  later: readonly StageSolution[],
  sole: ReadonlySet<string>,
): string[] {
  const early = listEarly(stage, later);
  if (early.length === 0) return [];
  const others = listOthers(stage, sole);
  const harmless: Early[] = [];
  const disturbing: string[] = [];
  for (const one of early) {
    const outside = [...harmless, one];
    const from = {
      brought: listBrought(stage, outside),
      made: listMade(stage, outside),
      ready: stage.ready,
    };
    if (others.some((other) => holds(stage.model, other, from))) disturbing.push(one.source.id);
    else harmless.push(one);
  }
  return disturbing;
}

function listEarly(stage: StageSolution, later: readonly StageSolution[]): Early[] {
  return later
    .flatMap(({ model, placements }) =>
      placements.flatMap((placement): Early[] => {
        const source = model.steps[placement.step]?.source;
        return source && placement.start + placement.weeks <= stage.ready ? [{ placement, source }] : [];
      }),
    )
    .sort((one, other) => one.placement.start - other.placement.start);
}

/** The facts of a stage that some steps of later ones bring, and from when. */
function listBrought({ model }: StageSolution, early: readonly Early[]): Map<number, number> {
  const brought = new Map<number, number>();
  for (const { placement, source } of early)
    for (const id of source.teaches) {
      const fact = model.factById.get(id);
      const week = placement.start + placement.weeks;
      if (fact !== undefined) brought.set(fact, Math.min(week, brought.get(fact) ?? NEVER));
    }
  return brought;
}

/** The steps of a stage's own list that are finished for later ones, and from when: an employer may ask to see them. */
function listMade({ model }: StageSolution, early: readonly Early[]): Map<number, number> {
  return new Map(
    early.flatMap(({ placement, source }) => {
      const index = model.indexById.get(source.id);
      return index === undefined ? [] : [[index, placement.start + placement.weeks] as const];
    }),
  );
}

/** The stage's steps with one left out, or a lighter one in its place, that all which is needed later allows. */
function listOthers({ model, placements }: StageSolution, sole: ReadonlySet<string>): Placements[] {
  const placed = new Set(placements.map(({ step }) => step));
  return placements.flatMap((left): Placements[] => {
    const out = model.steps[left.step];
    if (!out) return [];
    const needed = out.source.teaches.filter((id) => sole.has(id));
    const standIns = out.isAtWork
      ? []
      : model.steps.flatMap((step) => {
          const isNear = !placed.has(step.index) && step.tos.some((fact) => out.tos.includes(fact));
          const keepsAll = needed.every((id) => step.source.teaches.includes(id));
          if (!isNear || !keepsAll || model.exclusive.includes(step.index) || !isLighter(step, out))
            return [];
          return fitInPlace(left, step) ?? [];
        });
    const swapped = standIns.map((standIn) => placements.map((one) => (one === left ? standIn : one)));
    return needed.length > 0 ? swapped : [placements.filter((one) => one !== left), ...swapped];
  });
}

/** Can-dos of the goal of a way that one step alone, of all its stages, teaches; none where they do not lead there. */
export function listSole(
  { career, profile, letStand }: Person,
  stages: readonly StageSolution[],
): ReadonlySet<string> {
  const goal = findGoalPost(career, profile.role);
  if (stages.at(-1)?.model.until !== goal.id) return new Set();
  const ways = new Map<string, number>();
  const count = (ids: readonly string[]): void => {
    for (const id of ids) ways.set(id, (ways.get(id) ?? 0) + 1);
  };
  for (const { model, placements } of stages) {
    count(career.postById.get(model.post ?? '')?.teaches ?? []);
    for (const { step } of placements) count(model.steps[step]?.source.teaches ?? []);
  }
  const missing = new Set(stages.flatMap(({ model }) => model.facts));
  const asked = [...(career.askedByPost.get(goal.id) ?? [])];
  return new Set(asked.filter((id) => ways.get(id) === 1 && missing.has(id) && !letStand.has(id)));
}
