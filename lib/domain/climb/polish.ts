import { buildStage } from './model/build-stage';
import { type Climber, type Here, makeClimber, type Person } from './model/climber';
import { listDisturbing, listSole } from './needless';
import { afterStage, afterStudy } from './next-climber';
import { pullAhead } from './pull-ahead';
import { remap } from './remap';
import type { Placement } from './schedule/scheduler';
import { arrange } from './search/arrange';
import { Workbench } from './search/workbench';
import { placePins, type SolvedStage, type WaySolution } from './solve-way';
import type { StageSolution } from './stage-solution';
import { findGoalPost, listTargets } from './ways/list-ways';

/**
 * A way with the same steps in the same stages, each of as many weeks, in the order in which a mentor would give them.
 * What is proved of it stays so: cost, hours and weeks are the same.
 */
export function polish(person: Person, solution: WaySolution, here: Here | null): WaySolution {
  const { career, profile } = person;
  const { way, study } = solution;
  const goal = findGoalPost(career, profile.role);
  const targets = listTargets(way, goal.id);
  const first = makeClimber(person, here);
  let climber = study ? afterStudy(first, study) : first;
  const stages: SolvedStage[] = [];
  const earlier: Placement[] = [];
  const sole = listSole(
    person,
    solution.stages.map((stage) => stage.solution),
  );
  for (const [place, stage] of solution.stages.entries()) {
    const until = career.postById.get(targets[place] ?? '');
    if (!until) return solution;
    const isLast = place === targets.length - 1;
    const taken = place + (here?.hasTakenPost ? 1 : 0);
    const aim = { until, isGoal: until.id === goal.id, taken };
    const model = placePins(buildStage(person, climber, aim), climber, { isFirst: place === 0, isLast });
    const kept = remap(stage.solution, model);
    if (!kept) return solution;
    const mayEndSooner = isLast && place > 0 && !stage.solution.isProved;
    const before = { ...stage.solution, model, placements: kept };
    const next = solution.stages[place + 1];
    const move = (solved: StageSolution): Climber =>
      afterStage(person, climber, {
        solution: solved,
        until: until.id,
        search: stage.search,
        isIdle: false,
        heldBack: [],
      });
    const canFollow = (solved: StageSolution): boolean =>
      !next || fits(person, move(solved), { next, targets, place, taken: taken + 1 });
    const previous = stages.at(-1)?.solution ?? null;
    const arranged = arrangeStage(before, mayEndSooner);
    const done = stages.map(({ solution: one }) => one);
    const isFit =
      canFollow(arranged) && done.every((one) => listDisturbing(one, [arranged], sole).length === 0);
    const best = isFit ? arranged : before;
    const solved = previous
      ? pullAhead(person, climber, { aim, solution: best, previous, done, earlier, sole, mayEndSooner })
      : best;
    earlier.push(...listOwn(solved));
    stages.push({ ...stage, weeks: stage.weeks - (stage.solution.ready - solved.ready), solution: solved });
    if (next) climber = move(solved);
  }
  const sooner = (solution.stages.at(-1)?.weeks ?? 0) - (stages.at(-1)?.weeks ?? 0);
  const weeks = solution.weeks - sooner;
  return { ...solution, stages, weeks, bestWeeks: Math.min(solution.bestWeeks, weeks) };
}

/** The last stage may end sooner, where it is not proved that it cannot. */
function arrangeStage(solution: StageSolution, mayEndSooner: boolean): StageSolution {
  const { model, placements } = solution;
  if (placements.length < 2) return solution;
  const bench = new Workbench(model);
  const plan = bench.toCandidate({ end: solution.end, placements });
  const { schedule, weeks, end } = arrange(bench, plan, { mayEndSooner });
  const found = { ...solution, placements: schedule.placements, end, ready: weeks };
  if (weeks === plan.weeks) return found;
  const bestWeeks = Math.min(solution.bestWeeks, end - model.start);
  return { ...found, bestWeeks, lowerWeeks: Math.min(solution.lowerWeeks, bestWeeks) };
}

function listOwn({ model, placements }: StageSolution): Placement[] {
  return placements.filter(({ step }) => model.steps[step]?.isAtWork === false);
}

/** Whether the next stage could still be as it was planned. */
function fits(
  person: Person,
  climber: Climber,
  input: { next: SolvedStage; targets: readonly string[]; place: number; taken: number },
): boolean {
  const { next, targets, place, taken } = input;
  const until = person.career.postById.get(targets[place + 1] ?? '');
  if (!until) return false;
  const isGoal = until.id === findGoalPost(person.career, person.profile.role).id;
  return remap(next.solution, buildStage(person, climber, { until, isGoal, taken })) !== null;
}
