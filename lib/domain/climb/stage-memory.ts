import type { StageModel } from './model/stage-model';
import type { Objective } from './profile';
import type { StageLimits } from './search/optimise';
import type { NoStage, StageSolution } from './stage-solution';
import type { StageWeeks } from './stage-weeks';

type Question = { limits: StageLimits; nodes: number; isTold: boolean };
type Known = {
  weeks: Map<string, StageWeeks | null>;
  solutions: Map<string, StageSolution | NoStage>;
};

/**
 * What was found of the stages of one person, so that every objective, way and limit of theirs takes the same least weeks
 * of a stage, and nothing is looked for twice. It holds for one profile whatever its objective, budget and deadline.
 */
export class StageMemory {
  private readonly models = new Map<string, StageModel>();
  private readonly known = new Map<StageModel, Known>();
  private readonly places = new Map<StageSolution, number>();

  /** The stage that comes after another one under these terms, built once. */
  recallModel(before: StageSolution | null, terms: readonly unknown[], build: () => StageModel): StageModel {
    const key = JSON.stringify([before ? this.placeOf(before) : 0, ...terms]);
    const known = this.models.get(key) ?? build();
    this.models.set(key, known);
    return known;
  }

  private placeOf(solution: StageSolution): number {
    const place = this.places.get(solution) ?? this.places.size + 1;
    this.places.set(solution, place);
    return place;
  }

  /** The least weeks of a stage within limits, looked for once; what is known of the stage so far is handed on. */
  recallWeeks(
    model: StageModel,
    { limits: { pence, end }, nodes, isTold }: Question,
    find: (known: readonly StageWeeks[]) => StageWeeks | null,
  ): StageWeeks | null {
    const { weeks } = this.of(model);
    const key = [pence, end, nodes, isTold].join();
    const known = weeks.get(key);
    if (known !== undefined) return known;
    const within = [...weeks.entries()].flatMap(([other, found]) =>
      found && other.startsWith(`${pence},`) ? [found] : [],
    );
    const found = find(within);
    weeks.set(key, found);
    return found;
  }

  /** A stage solved by an objective within limits, looked for once; plans found by it before are handed on. */
  recallSolution(
    model: StageModel,
    { limits: { pence, end }, nodes, isTold, objective }: Question & { objective: Objective },
    find: (known: readonly StageSolution[]) => StageSolution | NoStage,
  ): StageSolution | NoStage {
    const { solutions } = this.of(model);
    const key = [objective, pence, end, nodes, isTold].join();
    const known = solutions.get(key);
    if (known) return known;
    const own = [...solutions.entries()].flatMap(([other, found]) =>
      'placements' in found && other.startsWith(`${objective},`) ? [found] : [],
    );
    const found = find(own);
    solutions.set(key, found);
    return found;
  }

  private of(model: StageModel): Known {
    const known = this.known.get(model) ?? { weeks: new Map(), solutions: new Map() };
    this.known.set(model, known);
    return known;
  }
}
