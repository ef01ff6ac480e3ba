import { buildStage, type StageAim } from './model/build-stage';
import type { Climber, Person } from './model/climber';
import type { StageStep } from './model/stage-model';
import { listDisturbing } from './needless';
import { remap } from './remap';
import type { Placement } from './schedule/scheduler';
import { holds } from './search/holds';
import { listPractice, withPractice } from './search/practice-first';
import { pullForward } from './search/pull-forward';
import { toSet } from './search/sets';
import type { StageSolution } from './stage-solution';

const MOST_TRIES = 4;

/** The stage before, what own time all earlier ones take, and what one step alone brings to the whole way. */
type Before = {
  previous: StageSolution;
  /** All stages before it, the previous one too. */
  done: readonly StageSolution[];
  earlier: readonly Placement[];
  sole: ReadonlySet<string>;
  /** Whether the stage may be ready sooner than it was: what lies before is not. */
  mayEndSooner: boolean;
};

/**
 * A stage with its own steps begun in hours and at places that the stage before it leaves free. It is ready when it was,
 * and so is the stage before, of which no step becomes needless by it.
 */
export function pullAhead(
  person: Person,
  climber: Climber,
  { aim, solution, ...before }: Before & { aim: StageAim; solution: StageSolution },
): StageSolution {
  const { previous, done, earlier, sole } = before;
  const open = Math.min(previous.model.start, previous.model.open);
  if (open >= solution.model.open) return solution;
  const wide = buildStage(person, { ...climber, open }, aim);
  const placements = remap(solution, wide);
  if (!placements) return solution;
  const practice = listPractice(
    wide,
    toSet(
      wide,
      placements.map(({ step }) => step),
    ),
  );
  const model = withPractice(
    wide,
    new Map([...practice].filter(([exam, by]) => isKept(placements, exam, by))),
  );
  // An exam comes with the post that asks for it.
  const exams = placements.map(({ step }) => step).filter((step) => isExam(wide.steps[step]));
  const floors = new Map(exams.map((step) => [step, solution.model.open]));
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const pulled = pullForward(model, placements, solution.ready, { beside: earlier, floors });
    const found = { ...solution, model: wide, placements: pulled };
    const disturbing = new Map(
      done.flatMap((one) => listDisturbing(one, [found], sole).map((id) => [id, one.ready] as const)),
    );
    if (disturbing.size === 0)
      return isReadySooner(previous, found) ? solution : (endSooner(found, before.mayEndSooner) ?? solution);
    for (const [id, ready] of disturbing) floors.set(wide.indexById.get(id) ?? -1, ready);
  }
  return solution;
}

/** The stage as ready as it is by then; null where it may not be so before the week that was planned. */
function endSooner(found: StageSolution, mayEndSooner: boolean): StageSolution | null {
  const ready = findReady(found, found.placements);
  if (ready === found.ready) return found;
  if (!mayEndSooner) return null;
  const bestWeeks = Math.min(found.bestWeeks, ready - found.model.start);
  return { ...found, ready, end: ready, bestWeeks, lowerWeeks: Math.min(found.lowerWeeks, bestWeeks) };
}

function isExam(step: StageStep | undefined): boolean {
  return step?.source.kind === 'certification';
}

function isKept(placements: readonly Placement[], exam: number, practice: readonly number[]): boolean {
  const of = (index: number): Placement | undefined => placements.find(({ step }) => step === index);
  const start = of(exam)?.start ?? 0;
  return practice.every((index) => {
    const place = of(index);
    return !place || place.start + place.weeks <= start;
  });
}

/** The week in which a stage is ready when its steps lie elsewhere. */
function findReady({ model, ready }: StageSolution, placements: readonly Placement[]): number {
  let week = ready;
  while (week > Math.max(model.wait, model.start) && holds(model, placements, { ready: week - 1 })) week -= 1;
  return week;
}

/** Whether the stage before would be ready sooner by what is finished early. */
function isReadySooner({ model, placements, ready }: StageSolution, next: StageSolution): boolean {
  if (ready <= Math.max(model.wait, model.start)) return false;
  const finished = next.placements.flatMap(({ step, start, weeks }) => {
    const found = next.model.steps[step];
    return found && start + weeks < ready
      ? [{ source: found.source, id: found.id, week: start + weeks }]
      : [];
  });
  const brought = new Map(
    finished.flatMap(({ source, week }) =>
      source.teaches.flatMap((id) => {
        const fact = model.factById.get(id);
        return fact === undefined ? [] : [[fact, week] as const];
      }),
    ),
  );
  const made = new Map(
    finished.flatMap(({ id, week }) => {
      const index = model.indexById.get(id);
      return index === undefined ? [] : [[index, week] as const];
    }),
  );
  return holds(model, placements, { ready: ready - 1, brought, made });
}
