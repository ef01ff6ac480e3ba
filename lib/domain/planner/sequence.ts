import { type Closure, needsPostFirst, type StepSet } from './closure';
import { LEVEL_COUNT, type ModelStep, type PlanningModel } from './model';
import { computeTails } from './priority';

type Run = { step: ModelStep; end: number };

/** A week at which something is over: what has been started by then, what of it still runs, and the levels. */
type Moment = { week: number; running: readonly Run[]; waiting: readonly ModelStep[]; levels: Uint8Array };

/** Starts by step where an order was found; `null` where there is none; `open` where the nodes ran out. */
export type Sequence = { starts: Int32Array | null | 'open'; nodes: number };

/**
 * Looks for weeks in which exactly these steps start and end within a horizon, by trying their orders: each step
 * takes its least weeks, study has its places, occupations go one at a time. Hours count only in what they make
 * of each step's weeks, so none is a proof, and what is found may take longer when more than one step shares them.
 * What can be done at all can be done with each step starting at once or when another is over, and only such weeks
 * are tried; unlike the scheduler, a step may wait though it could start.
 */
export function findSequence(input: {
  closure: Closure;
  set: StepSet;
  horizon: number;
  nodes: number;
}): Sequence {
  return new SequenceSearch(input).run();
}

class SequenceSearch {
  private nodes = 0;
  private readonly steps: readonly ModelStep[];
  private readonly model: PlanningModel;
  private readonly starts: Int32Array;
  /** States that lead nowhere. */
  private readonly lost = new Set<string>();

  constructor(private readonly input: { closure: Closure; set: StepSet; horizon: number; nodes: number }) {
    const { closure, set } = input;
    this.model = closure.model;
    const tails = computeTails(closure, set);
    const tailOf = ({ index }: ModelStep): number => tails[index] ?? 0;
    this.steps = this.model.steps
      .filter(({ index }) => set[index] === 1)
      .sort((one, other) => tailOf(other) - tailOf(one) || one.index - other.index);
    this.starts = new Int32Array(this.model.steps.length);
  }

  private get isSpent(): boolean {
    return this.nodes >= this.input.nodes;
  }

  run(): Sequence {
    const levels = Uint8Array.from(this.model.levels);
    const isFound = this.visit({ week: 0, running: [], waiting: this.steps, levels });
    return { starts: !isFound ? null : this.isSpent ? 'open' : this.starts, nodes: this.nodes };
  }

  /** True when the rest can be placed from here on; also when the nodes are spent. */
  private visit(moment: Moment): boolean {
    const { week, running, waiting } = moment;
    if (waiting.length === 0) return true;
    this.nodes += 1;
    if (this.isSpent) return true;
    if (this.isTooLate(moment)) return false;
    const key = `${week} ${waiting.map(({ index }) => index).join()} ${running.map(({ step, end }) => `${step.index}:${end}`).join()}`;
    if (this.lost.has(key)) return false;
    if (this.startOccupation(moment)) return true;
    this.lost.add(key);
    return false;
  }

  private isTooLate({ week, running, waiting }: Moment): boolean {
    const { model } = this;
    const { horizon } = this.input;
    let [study, occupied] = [0, 0];
    for (const { isOccupation, duration } of waiting) {
      if (week + duration > horizon) return true;
      if (isOccupation) occupied += duration;
      else study += duration;
    }
    for (const { step, end } of running)
      if (step.isOccupation) occupied += end - week;
      else study += end - week;
    return occupied > horizon - week || study > model.maxParallel * (horizon - week);
  }

  private startOccupation(moment: Moment): boolean {
    const { running, waiting } = moment;
    if (!running.some(({ step }) => step.isOccupation)) {
      const open = waiting.filter((step) => step.isOccupation && this.canStart(step, moment));
      for (const step of open) if (this.startStudy(this.start(moment, step), 0)) return true;
    }
    return this.startStudy(moment, 0);
  }

  /** Starts more study steps, those from one place of the order on, or goes on to the next week at which one is over. */
  private startStudy(moment: Moment, from: number): boolean {
    const { running, waiting } = moment;
    const places = this.model.maxParallel - running.filter(({ step }) => !step.isOccupation).length;
    const open = waiting.filter((step) => !step.isOccupation && this.canStart(step, moment));
    if (places > 0)
      for (const step of open) {
        const place = this.steps.indexOf(step);
        if (place >= from && this.startStudy(this.start(moment, step), place + 1)) return true;
      }
    const next = Math.min(...running.map(({ end }) => end));
    // A step that fits into a place left free until then might as well be done there.
    if (running.length === 0 || (places > 0 && open.some(({ duration }) => moment.week + duration <= next)))
      return waiting.length === 0;
    return this.advance(moment, next);
  }

  private start({ week, running, waiting, levels }: Moment, step: ModelStep): Moment {
    this.starts[step.index] = week;
    const placed = { step, end: week + step.duration };
    return {
      week,
      running: [...running, placed],
      waiting: waiting.filter((other) => other !== step),
      levels,
    };
  }

  private advance({ running, waiting, levels }: Moment, week: number): boolean {
    const reached = levels.slice();
    for (const { step, end } of running)
      if (end === week)
        for (const fact of step.tos) {
          const skill = Math.floor(fact / LEVEL_COUNT);
          reached[skill] = Math.max(reached[skill] ?? 0, fact % LEVEL_COUNT);
        }
    return this.visit({ week, running: running.filter(({ end }) => end > week), waiting, levels: reached });
  }

  private canStart(step: ModelStep, { running, waiting, levels }: Moment): boolean {
    const { model } = this;
    const isReached = (fact: number): boolean =>
      (levels[Math.floor(fact / LEVEL_COUNT)] ?? 0) >= fact % LEVEL_COUNT;
    const isOver = (index: number): boolean =>
      this.input.set[index] === 1 &&
      !waiting.some((other) => other.index === index) &&
      !running.some((other) => other.step.index === index);
    if (!step.froms.every(isReached)) return false;
    if (
      needsPostFirst(step) &&
      !model.hasPost &&
      !this.steps.some((other) => other.givesPost && !waiting.includes(other))
    )
      return false;
    if (
      !step.prerequisites.every(
        ({ step: needed, facts }) => isOver(needed) || facts?.every(isReached) === true,
      )
    )
      return false;
    return !model.occupationOrder.some(
      ([before, after]) => after === step.index && waiting.some(({ index }) => index === before),
    );
  }
}
