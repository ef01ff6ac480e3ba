import type { Step } from '@/lib/domain/career/schema';
import { planCurrency, pricePence } from '../planning-rules';
import { Earliest, type FirstStage, NEVER } from './open-steps';
import { listAsked, listHeld, listNeededCanDos, studyHours } from './person';
import { speaksFor } from './readiness';

/** A row of an integer program: the weighed sum of its variables is at least, or at most, so much. */
type Row = { terms: ReadonlyMap<string, number>; sense: '>=' | '<='; value: number };

/** Solves a program in the LP format of CPLEX; the interface of the package `highs`. */
export type Solver = (program: string) => { Status: string; Columns: Record<string, object> };

/** What a program weighs steps by: money and own hours at their worth, money alone in pence, or own hours alone. */
export type ProgramMeasure = 'burden' | 'pence' | 'hours';

/** What a program came to; null where it has no solution. */
export type LeastBurden = { pence: number; steps: readonly string[]; programs: number } | null;

const MOST_PROGRAMS = 400;

/**
 * The least burden of a person's first stage when neither hours nor weeks count, as an integer program written from
 * docs/planning.md alone: one variable a step. That steps can begin one after the other is asked for by rows that are
 * added whenever a solution breaks it: of the steps that would open more, one must be in.
 */
export function findLeastBurden(
  stage: FirstStage,
  solve: Solver,
  measure: ProgramMeasure = 'burden',
): LeastBurden {
  const program = new StageProgram(stage, measure);
  for (let programs = 1; programs <= MOST_PROGRAMS; programs += 1) {
    const { Status, Columns } = solve(program.write());
    if (Status === 'Infeasible') return null;
    if (Status !== 'Optimal') throw new Error(`The solver says: ${Status}`);
    const chosen = program.steps.filter((_, index) => readValue(Columns[`x${index}`]) > 0.5);
    const more = program.listMissing(chosen);
    if (more === null) {
      const pence = chosen.reduce((sum, step) => sum + program.burdenOf(step), 0);
      return { pence: Math.round(pence), steps: chosen.map(({ id }) => id), programs };
    }
    program.addAtLeastOne(more);
  }
  throw new Error('The program needs too many rows.');
}

function readValue(column: object | undefined): number {
  return column && 'Primal' in column ? Number(column.Primal) : 0;
}

class StageProgram {
  readonly steps: readonly Step[];
  private readonly rows: Row[] = [];
  private readonly index: ReadonlyMap<string, number>;
  private readonly held: Set<string>;
  private helpers = 0;
  /** Lists of steps of which one must be done, beside the can-dos; each a list of groups. */
  private readonly asked: readonly string[];
  private readonly mayMiss: number;

  constructor(
    private readonly stage: FirstStage,
    private readonly measure: ProgramMeasure,
  ) {
    const { career, profile, next, isGoal } = stage;
    this.held = new Set(profile.holdings);
    for (const { id, grantedBy } of career.holdings) if (this.isGrantedNow(grantedBy)) this.held.add(id);
    const all = new Earliest(stage, this.held, stage.steps);
    this.steps = stage.steps.filter((step) => all.startOf(step) < NEVER);
    this.index = new Map(this.steps.map(({ id }, index) => [id, index]));
    this.asked = listAsked(stage, next);
    this.mayMiss =
      next.role !== null && !isGoal ? this.asked.length - Math.ceil((9 * this.asked.length) / 10) : 0;
    this.addGoal();
    for (const step of this.steps) this.addNeeds(step);
    const degrees = this.steps.filter(
      ({ kind, needs }) => kind === 'degree' && needs.holding !== 'hnd-related',
    );
    if (degrees.length > 1) this.add(degrees, '<=', 1);
    for (const id of profile.preferences.pinned)
      if (this.index.has(id) && !profile.done.includes(id)) this.addAtLeastOne([this.stepOf(id)]);
  }

  private isGrantedNow(granted: { steps: readonly string[]; posts: readonly string[] }): boolean {
    const { career, profile } = this.stage;
    if (granted.steps.some((id) => profile.done.includes(id))) return true;
    return listHeld(career, profile).some(
      ({ post, weeks }) =>
        granted.posts.includes(post.id) && weeks >= (post.apprenticeship ? post.tenureWeeks : 26),
    );
  }

  private stepOf(id: string): Step {
    const step = this.steps[this.index.get(id) ?? -1];
    if (!step) throw new RangeError(`${id} is not open`);
    return step;
  }

  burdenOf(step: Step): number {
    const { career, profile } = this.stage;
    const hours = step.atWork ? 0 : studyHours(step);
    if (this.measure === 'hours') return hours;
    const own = this.measure === 'pence' ? 0 : hours * profile.preferences.hourWorth * 100;
    return pricePence(career, step, planCurrency(profile)) + own;
  }

  private nameOf(step: Step): string {
    return `x${this.index.get(step.id)}`;
  }

  private add(steps: readonly Step[], sense: Row['sense'], value: number, helper?: [string, number]): void {
    const terms = new Map(steps.map((step) => [this.nameOf(step), 1]));
    if (helper) terms.set(helper[0], helper[1]);
    this.rows.push({ terms, sense, value });
  }

  addAtLeastOne(steps: readonly Step[]): void {
    this.add(steps, '>=', 1);
  }

  private comesByItself(canDo: string): boolean {
    return this.stage.trueFrom.has(canDo);
  }

  private teachers(canDo: string): Step[] {
    return this.steps.filter(({ teaches }) => teaches.includes(canDo));
  }

  private addGoal(): void {
    const { career, profile, next, isGoal } = this.stage;
    const missing = this.asked.filter((id) => !this.comesByItself(id));
    const true_ = missing.map((id): [string, Step[]] => [this.makeHelper(), this.teachers(id)]);
    for (const [name, steps] of true_) this.add(steps, '>=', 0, [name, -1]);
    this.rows.push({
      terms: new Map(true_.map(([name]) => [name, 1])),
      sense: '>=',
      value: missing.length - this.mayMiss,
    });
    // Who is in the goal's post has got in.
    if (isGoal && listHeld(career, profile).some(({ isCurrent, post }) => isCurrent && post.id === next.id))
      return;
    const { askedBy, heldBy, anyOfByRole } = career.certification;
    if (isGoal && askedBy.includes(profile.role) && !heldBy.some((id) => this.held.has(id)))
      this.addOneGroup(anyOfByRole[profile.role] ?? []);
    for (const { anyOf } of career.experienceOfPost.get(next.id) ?? []) {
      const counted = listHeld(career, profile).some(({ isCurrent }) => isCurrent);
      const isByWeeks = anyOf.some((option) => {
        if ('holding' in option)
          return (
            this.held.has(option.holding) ||
            (counted &&
              career.holdingById
                .get(option.holding)
                ?.grantedBy.posts.includes(
                  listHeld(career, profile).find((one) => one.isCurrent)?.post.id ?? '',
                ))
          );
        if ('step' in option) return profile.done.includes(option.step);
        const fits = listHeld(career, profile).filter(({ post }) =>
          'posts' in option
            ? option.posts.includes(post.id)
            : post.rank >= option.minRank &&
              (option.families === 'any' || option.families.includes(post.family)),
        );
        const weeks = fits.reduce((sum, one) => sum + one.weeks, 0);
        return weeks >= option.weeks || fits.some(({ isCurrent }) => isCurrent);
      });
      if (isByWeeks) continue;
      const ids = anyOf.flatMap((option) => {
        if ('step' in option) return [option.step];
        return 'holding' in option ? (career.holdingById.get(option.holding)?.grantedBy.steps ?? []) : [];
      });
      this.addOneGroup(ids.map((id) => [id]));
    }
    this.addAsksToSee();
  }

  /** All steps of one of some groups. */
  private addOneGroup(groups: readonly (readonly string[])[]): void {
    const { done } = this.stage.profile;
    const left = groups.map((group) => group.filter((id) => !done.includes(id)));
    if (left.some((group) => group.length === 0)) return;
    const open = left.filter((group) => group.every((id) => this.index.has(id)));
    const names = open.map((group) => {
      const name = this.makeHelper();
      for (const id of group) this.add([this.stepOf(id)], '>=', 0, [name, -1]);
      return name;
    });
    this.rows.push({ terms: new Map(names.map((name) => [name, 1])), sense: '>=', value: 1 });
  }

  private addAsksToSee(): void {
    const { career, profile, next } = this.stage;
    const { asksToSee } = next;
    if (!asksToSee || listHeld(career, profile).some(({ post }) => speaksFor(post, next))) return;
    const left = asksToSee.of.filter((id) => !profile.done.includes(id));
    const count = asksToSee.count - (asksToSee.of.length - left.length);
    if (count > 0)
      this.add(
        left.filter((id) => this.index.has(id)).map((id) => this.stepOf(id)),
        '>=',
        count,
      );
  }

  private makeHelper(): string {
    this.helpers += 1;
    return `y${this.helpers}`;
  }

  private addNeeds(step: Step): void {
    const { career, profile } = this.stage;
    const others = (steps: readonly Step[]) => steps.filter((other) => other !== step);
    const ask = (steps: readonly Step[]): void => this.add(others(steps), '>=', 0, [this.nameOf(step), -1]);
    for (const canDo of listNeededCanDos(career, step))
      if (!this.comesByItself(canDo)) ask(this.teachers(canDo));
    for (const id of step.needs.steps) {
      if (profile.done.includes(id)) continue;
      const named = career.stepById.get(id);
      const itself = this.index.has(id) ? [this.stepOf(id)] : [];
      if (!named || !['course', 'project', 'practice'].includes(named.kind)) ask(itself);
      else
        for (const canDo of named.teaches)
          if (!this.comesByItself(canDo)) ask([...new Set([...this.teachers(canDo), ...itself])]);
    }
  }

  /** Null where chosen steps reach all that is asked; else the steps that would open more, of which one is missing. */
  listMissing(chosen: readonly Step[]): Step[] | null {
    const now = new Earliest(this.stage, this.held, chosen);
    const left = this.asked.filter((id) => (now.trueFrom.get(id) ?? NEVER) === NEVER);
    const isDone = chosen.every(({ id }) => (now.finished.get(id) ?? NEVER) < NEVER);
    if (left.length <= this.mayMiss && isDone) return null;
    const isIn = new Set(chosen);
    return this.steps.filter((step) => {
      if (isIn.has(step)) return false;
      const start = now.startOf(step);
      if (start === NEVER) return false;
      const more = new Earliest(this.stage, this.held, [...chosen, step]);
      const isSooner = [...more.trueFrom].some(([id, week]) => week < (now.trueFrom.get(id) ?? NEVER));
      return isSooner || this.isNamed(step);
    });
  }

  private isNamed({ id }: Step): boolean {
    const { career } = this.stage;
    const granted = career.holdings.some(({ grantedBy }) => grantedBy.steps.includes(id));
    return granted || this.steps.some(({ needs }) => needs.steps.includes(id));
  }

  write(): string {
    const term = (name: string, factor: number): string =>
      `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
    const names = [
      ...this.steps.map((step) => this.nameOf(step)),
      ...Array.from({ length: this.helpers }, (_, index) => `y${index + 1}`),
    ];
    const goal = this.steps.map((step) => term(this.nameOf(step), Math.round(this.burdenOf(step))));
    // A program without variables cannot be written; one that is idle stands in.
    const rows = this.rows
      .filter(({ terms, sense, value }) => terms.size > 0 || (sense === '>=' && value > 0))
      .map(({ terms, sense, value }, place) => {
        const sum = [...terms].map(([name, factor]) => term(name, factor));
        return `r${place}: ${[...sum, '+ 0 idle'].join(' ')} ${sense} ${value}`;
      });
    return [
      'Minimize',
      ` cost: ${[...goal, '+ 0 idle'].join(' ')}`,
      'Subject To',
      ...rows.map((row) => ` ${row}`),
      ' always: + 1 idle >= 0',
      'Binary',
      ...[...names, 'idle'].map((name) => ` ${name}`),
      'End',
      '',
    ].join('\n');
  }
}
