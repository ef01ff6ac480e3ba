import loadHighs, { type Highs } from 'highs';
import type { Career, Step } from '@/lib/domain/catalogue';
import type { Profile } from '@/lib/domain/planner/profile';
import {
  canBeReplacedByLevels,
  hasPost,
  holdingThatMeets,
  isOccupation,
  leastWeeks,
  listGroups,
  listOccupationOrder,
  listRequirements,
  listStepsInPlay,
  planCurrency,
  pricePence,
  ratedLevel,
  studyHours,
  weeklyLimit,
} from './planning-rules';

export type OracleGoal = 'cost' | 'steps';
export type OracleAnswer =
  | { status: 'optimal'; value: number; ids: string[] }
  | { status: 'infeasible' }
  | { status: 'unknown'; reason: string };

/**
 * The least cost in pence, or the fewest steps, of a selection that can be done in some order, as a mixed-integer
 * model. The deadline and the window of an objective are left out, so the answer is exact without them. With
 * `longest`, necessary conditions of so many weeks are added: `infeasible` is then proved, a value only a bound.
 */
export class HighsOracle {
  readonly #highs: Highs;

  private constructor(highs: Highs) {
    this.#highs = highs;
  }

  static async load(): Promise<HighsOracle> {
    return new HighsOracle(await loadHighs());
  }

  solve(
    career: Career,
    profile: Profile,
    question: { goal: OracleGoal; longest?: number | null },
  ): OracleAnswer {
    const { goal, longest = null } = question;
    if (longest === null) {
      const model = new SelectionModel({ career, profile, longest, isOrdered: false });
      return this.#solveByCuts(model, goal);
    }
    const model = new SelectionModel({ career, profile, longest, isOrdered: true });
    const chosen = this.#solveOnce(model, goal);
    return Array.isArray(chosen) ? toAnswer(model, chosen, goal) : chosen;
  }

  /**
   * Leaves the order out of the model and adds it as cuts: where the chosen steps come to a halt before the goal,
   * every plan takes one of the steps that are open there, or does without an occupation that others wait for.
   */
  #solveByCuts(model: SelectionModel, goal: OracleGoal): OracleAnswer {
    for (;;) {
      const chosen = this.#solveOnce(model, goal);
      if (!Array.isArray(chosen)) return chosen;
      const reached = model.reach(chosen);
      const inOrder = model.reachInOrder(new Set(chosen));
      if (model.isGoal(inOrder)) return toAnswer(model, [...inOrder.steps], goal);
      if (model.isGoal(reached)) model.addOrderCut(chosen);
      else for (const isReversed of [false, true]) model.addCut(chosen, isReversed);
    }
  }

  #solveOnce(
    model: SelectionModel,
    goal: OracleGoal,
  ): number[] | Exclude<OracleAnswer, { status: 'optimal' }> {
    if (model.isHopeless) return { status: 'infeasible' };
    const result = this.#highs.solve(model.write(goal), {
      output_flag: false,
      random_seed: 1,
      time_limit: 60,
      mip_rel_gap: 0,
      mip_abs_gap: 0.4,
      mip_feasibility_tolerance: 1e-7,
    });
    if (result.Status === 'Infeasible') return { status: 'infeasible' };
    if (result.Status !== 'Optimal') return { status: 'unknown', reason: result.Status };
    return model.steps.flatMap((_, index) =>
      (result.Columns[`x${index}`]?.Primal ?? 0) > 0.5 ? [index] : [],
    );
  }
}

function toAnswer(model: SelectionModel, chosen: readonly number[], goal: OracleGoal): OracleAnswer {
  const steps = model.steps.filter((_, index) => chosen.includes(index));
  return { status: 'optimal', value: model.valueOf(steps, goal), ids: steps.map(({ id }) => id).sort() };
}

type Reached = { steps: ReadonlySet<number>; levels: ReadonlyMap<string, number> };

/** Columns: x steps, t their order, y levels reached, r when; z, g, u, v, w which support is leant on. */
class SelectionModel {
  readonly steps: readonly Step[];
  isHopeless = false;
  readonly #career: Career;
  readonly #profile: Profile;
  readonly #rows: string[] = [];
  readonly #binaries = new Set<string>();
  readonly #ranks = new Set<string>();
  readonly #levels = new Map<string, string>();
  readonly #last: number;
  readonly #longest: number | null;
  readonly #isOrdered: boolean;
  readonly #index: ReadonlyMap<string, number>;
  readonly #order: readonly { first: number; second: number }[];

  constructor(input: { career: Career; profile: Profile; longest: number | null; isOrdered: boolean }) {
    const { career, profile, longest } = input;
    this.#career = career;
    this.#profile = profile;
    this.#longest = longest;
    this.#isOrdered = input.isOrdered;
    this.steps = listStepsInPlay(career, profile);
    this.#index = new Map(this.steps.map((step, index) => [step.id, index]));
    this.#order = listOccupationOrder(career, profile)
      .map(([first, second]) => ({ first: this.#indexOf(first), second: this.#indexOf(second) }))
      .filter(({ first, second }) => first >= 0 && second >= 0);
    this.#last = longest ?? this.steps.length + 1;
    this.steps.forEach((step, index) => {
      this.#addStep(step, index);
    });
    this.#addGoals();
    this.#addLimits();
  }

  valueOf(chosen: readonly Step[], goal: OracleGoal): number {
    if (goal === 'steps') return chosen.length;
    const currency = planCurrency(this.#profile);
    return chosen.reduce((sum, step) => sum + pricePence(this.#career, step, currency), 0);
  }

  write(goal: OracleGoal): string {
    const objective = this.steps.map((step, index) => `+ ${this.valueOf([step], goal)} x${index}`);
    return [
      'Minimize',
      ...(objective.length > 0 ? objective : ['+ 0 one']),
      'Subject To',
      ...this.#rows,
      '+ one = 1',
      'Bounds',
      ...[...this.#ranks].map((name) => `0 <= ${name} <= ${this.#last}`),
      'Binaries',
      ...this.#binaries,
      'End',
    ].join('\n');
  }

  /** Those of the chosen steps that can be done, one opening the next, and the levels that they bring. */
  reach(chosen: Iterable<number>, from: Reached | null = null): Reached {
    const steps = new Set(from?.steps);
    const levels = new Map(
      from?.levels ?? this.#career.skills.map(({ id }) => [id, ratedLevel(this.#profile, id)]),
    );
    let waiting = [...chosen].filter((index) => !steps.has(index));
    for (let before = -1; before !== steps.size; ) {
      before = steps.size;
      waiting = waiting.filter((index) => {
        if (!this.#isOpen(index, { steps, levels })) return true;
        steps.add(index);
        for (const { skill, to } of this.steps[index]?.raises ?? [])
          levels.set(skill, Math.max(levels.get(skill) ?? 0, to));
        return false;
      });
    }
    return { steps, levels };
  }

  isGoal({ steps, levels }: Reached): boolean {
    const isThere = (id: string): boolean => this.#profile.done.includes(id) || steps.has(this.#indexOf(id));
    const targets = this.#career.roleById.get(this.#profile.role)?.targets ?? {};
    return (
      Object.entries(targets).every(([skill, target]) => (levels.get(skill) ?? 0) >= target) &&
      this.#profile.preferences.pinned.every(isThere) &&
      listRequirements(this.#career, this.#profile).every(
        (requirement) =>
          holdingThatMeets(requirement, this.#profile) !== null ||
          listGroups(requirement, this.#profile.role).some((group) => group.every(isThere)),
      )
    );
  }

  /** As `reach`, where an occupation also waits for those allowed ones that come before it in a group. */
  reachInOrder(allowed: ReadonlySet<number>): Reached {
    let reached = this.reach([]);
    for (let before = -1; before !== reached.steps.size; ) {
      before = reached.steps.size;
      const { steps } = reached;
      const free = [...allowed].filter((index) => this.#listBlockers(index, allowed, steps).length === 0);
      const next = free.find((index) => !steps.has(index) && this.#isOpen(index, reached));
      if (next !== undefined) reached = this.reach([next], reached);
    }
    return reached;
  }

  #listBlockers(index: number, allowed: ReadonlySet<number>, steps: ReadonlySet<number>): number[] {
    return this.#order
      .filter(({ first, second }) => second === index && allowed.has(first) && !steps.has(first))
      .map(({ first }) => first);
  }

  /** As `addCut`; the first step from outside may also be an allowed occupation, once a blocker is not planned. */
  addOrderCut(chosen: readonly number[]): void {
    const isChosen = new Set(chosen);
    const halt = (allowed: ReadonlySet<number>): { reached: Reached; blockers: Set<number> } => {
      const reached = this.reachInOrder(allowed);
      const blocked = [...allowed].filter(
        (index) => !reached.steps.has(index) && this.#isOpen(index, reached),
      );
      const blockers = blocked.flatMap((index) => this.#listBlockers(index, allowed, reached.steps));
      return { reached, blockers: new Set(blockers) };
    };
    let allowed = new Set(chosen);
    let state = halt(allowed);
    for (const index of this.steps.keys()) {
      if (allowed.has(index)) continue;
      const wider = new Set(allowed).add(index);
      const further = halt(wider);
      if (this.isGoal(further.reached) || [...further.blockers].some((blocker) => !isChosen.has(blocker)))
        continue;
      allowed = wider;
      state = further;
    }
    const left = [...this.steps.keys()].filter(
      (index) => !allowed.has(index) && this.#isOpen(index, state.reached),
    );
    if (left.length + state.blockers.size === 0) this.isHopeless = true;
    else
      this.#row(
        [...left.map((index) => `+ x${index}`), ...[...state.blockers].map((index) => `- x${index}`)],
        `>= ${1 - state.blockers.size}`,
      );
  }

  /**
   * Allows more and more steps beside the chosen ones while the goal stays out of reach. What is left opens the
   * goal one by one, and every plan takes one of it: its first step from outside can only be one of these.
   */
  addCut(chosen: readonly number[], isReversed: boolean): void {
    const all = this.steps.map((_, index) => index).filter((index) => !chosen.includes(index));
    if (isReversed) all.reverse();
    const allowed = new Set(chosen);
    const left: number[] = [];
    let reached = this.reach(allowed);
    for (const index of all) {
      const further = this.reach([...allowed, index], reached);
      if (this.isGoal(further)) {
        left.push(index);
        continue;
      }
      allowed.add(index);
      reached = further;
    }
    if (left.length === 0) this.isHopeless = true;
    else
      this.#row(
        left.map((index) => `+ x${index}`),
        '>= 1',
      );
  }

  #isOpen(index: number, { steps, levels }: Reached): boolean {
    const step = this.steps[index];
    if (!step) return false;
    const { needsPost, postFrom } = this.#career.traits;
    const isPosted =
      !needsPost.includes(step.id) ||
      hasPost(this.#career, this.#profile) ||
      postFrom.some((id) => steps.has(this.#indexOf(id)));
    return (
      isPosted &&
      step.raises.every(({ skill, from }) => (levels.get(skill) ?? 0) >= from) &&
      step.prerequisites.every((id) => {
        if (this.#profile.done.includes(id) || steps.has(this.#indexOf(id))) return true;
        const needed = this.#career.stepById.get(id);
        return (
          needed !== undefined &&
          canBeReplacedByLevels(needed) &&
          needed.raises.every(({ skill, to }) => (levels.get(skill) ?? 0) >= to)
        );
      })
    );
  }

  /** How long a step takes at least: one rank, or its weeks where a longest plan is asked for. */
  #length(step: Step): number {
    if (this.#longest === null) return 1;
    const limit = Math.min(weeklyLimit(this.#career, step), this.#profile.preferences.hoursPerWeek);
    const hours = studyHours(this.#career, step);
    return Math.max(leastWeeks(step), hours > 0 ? Math.ceil(hours / limit) : 0);
  }

  #bit(name: string): string {
    this.#binaries.add(name);
    return name;
  }

  #rank(name: string): string {
    if (this.#isOrdered) this.#ranks.add(name);
    return name;
  }

  #row(terms: readonly string[], relation: string): void {
    this.#rows.push(`${terms.join('\n')} ${relation}`);
  }

  /** later ≥ earlier + lag, wherever all the switches are on. */
  #rowInOrder(input: { later: string; earlier: string; lag: number; switches: readonly string[] }): void {
    if (!this.#isOrdered) return;
    const slack = this.#last + input.lag;
    this.#row(
      [`+ ${input.later}`, `- ${input.earlier}`, ...input.switches.map((name) => `- ${slack} ${name}`)],
      `>= ${input.lag - slack * input.switches.length}`,
    );
  }

  #indexOf(id: string): number {
    return this.#index.get(id) ?? -1;
  }

  /** The column that says a level is reached, null when it was rated; it leans on steps that raise to it. */
  #level(skill: string, level: number): string | null {
    if (level <= ratedLevel(this.#profile, skill)) return null;
    const key = `${skill} ${level}`;
    const known = this.#levels.get(key);
    if (known) return known;
    const number = this.#levels.size;
    const reached = this.#bit(`y${number}`);
    this.#levels.set(key, reached);
    const supports: string[] = [];
    this.steps.forEach((step, index) => {
      if (!step.raises.some((raise) => raise.skill === skill && raise.to >= level)) return;
      if (!this.#isOrdered) {
        supports.push(`- x${index}`);
        return;
      }
      const support = this.#bit(`z${number}_${index}`);
      supports.push(`- ${support}`);
      this.#row([`+ x${index}`, `- ${support}`], '>= 0');
      this.#rowInOrder({
        later: this.#rank(`r${number}`),
        earlier: `t${index}`,
        lag: this.#length(step),
        switches: [support],
      });
    });
    this.#row([`+ ${reached}`, ...supports], '<= 0');
    return reached;
  }

  /** `on` requires that the level is reached by the time of step `index`. */
  #rowNeedsLevel(input: { on: string; index: number; skill: string; level: number }): void {
    const reached = this.#level(input.skill, input.level);
    if (!reached) return;
    this.#row([`+ ${reached}`, `- ${input.on}`], '>= 0');
    this.#rowInOrder({
      later: `t${input.index}`,
      earlier: this.#rank(reached.replace('y', 'r')),
      lag: 0,
      switches: [input.on],
    });
  }

  #addStep(step: Step, index: number): void {
    const chosen = this.#bit(`x${index}`);
    this.#rank(`t${index}`);
    for (const { skill, from } of step.raises) this.#rowNeedsLevel({ on: chosen, index, skill, level: from });
    step.prerequisites.forEach((id, position) => {
      if (!this.#profile.done.includes(id)) this.#addPrerequisite({ index, id, position });
    });
    const { needsPost, postFrom } = this.#career.traits;
    if (needsPost.includes(step.id) && !hasPost(this.#career, this.#profile)) {
      const posts = postFrom.map((id) => this.#indexOf(id)).filter((post) => post >= 0);
      const links = posts.map((post) => {
        const link = this.#bit(`w${index}_${post}`);
        this.#row([`+ x${post}`, `- ${link}`], '>= 0');
        this.#rowInOrder({ later: `t${index}`, earlier: `t${post}`, lag: 0, switches: [link] });
        return `- ${link}`;
      });
      this.#row([`+ ${chosen}`, ...links], '<= 0');
    }
    if (this.#longest !== null && this.#length(step) > this.#longest) this.#row([`+ ${chosen}`], '= 0');
    else if (this.#longest !== null)
      this.#row([`+ t${index}`, `+ ${this.#length(step)} ${chosen}`], `<= ${this.#longest}`);
  }

  #addPrerequisite({ index, id, position }: { index: number; id: string; position: number }): void {
    const needed = this.#career.stepById.get(id);
    const ways: string[] = [];
    const planned = this.#indexOf(id);
    if (planned >= 0) {
      const way = this.#bit(`u${index}_${position}`);
      ways.push(`- ${way}`);
      this.#row([`+ x${planned}`, `- ${way}`], '>= 0');
      const lag = this.steps[planned] ? this.#length(this.steps[planned]) : 1;
      this.#rowInOrder({ later: `t${index}`, earlier: `t${planned}`, lag, switches: [way] });
    }
    if (needed && canBeReplacedByLevels(needed)) {
      const way = this.#bit(`v${index}_${position}`);
      ways.push(`- ${way}`);
      for (const { skill, to } of needed.raises) this.#rowNeedsLevel({ on: way, index, skill, level: to });
    }
    this.#row([`+ x${index}`, ...ways], '<= 0');
  }

  #addGoals(): void {
    const targets = this.#career.roleById.get(this.#profile.role)?.targets ?? {};
    for (const [skill, target] of Object.entries(targets)) {
      const reached = this.#level(skill, target);
      if (reached) this.#row([`+ ${reached}`], '= 1');
    }
    listRequirements(this.#career, this.#profile).forEach((requirement, number) => {
      if (holdingThatMeets(requirement, this.#profile)) return;
      const ways: string[] = [];
      listGroups(requirement, this.#profile.role).forEach((group, position) => {
        const missing = group.filter((id) => !this.#profile.done.includes(id)).map((id) => this.#indexOf(id));
        if (missing.includes(-1)) return;
        const way = this.#bit(`g${number}_${position}`);
        ways.push(`+ ${way}`);
        for (const index of missing) this.#row([`+ x${index}`, `- ${way}`], '>= 0');
      });
      if (ways.length === 0) this.isHopeless = true;
      else this.#row(ways, '>= 1');
    });
    for (const id of this.#profile.preferences.pinned) {
      if (this.#profile.done.includes(id)) continue;
      if (this.#indexOf(id) < 0) this.isHopeless = true;
      else this.#row([`+ x${this.#indexOf(id)}`], '= 1');
    }
  }

  #addLimits(): void {
    const { budget, hoursPerWeek, maxParallel } = this.#profile.preferences;
    const sum = (weigh: (step: Step) => number): string[] =>
      this.steps.flatMap((step, index) => (weigh(step) > 0 ? [`+ ${weigh(step)} x${index}`] : []));
    const atMost = (terms: readonly string[], limit: number): void => {
      if (terms.length > 0) this.#row(terms, `<= ${limit}`);
    };
    atMost(
      sum((step) => (step.kind === 'degree' ? 1 : 0)),
      1,
    );
    if (budget)
      atMost(
        sum((step) => this.valueOf([step], 'cost')),
        Math.floor(budget.amount * 100 + 1e-6),
      );
    if (this.#longest !== null) {
      atMost(
        sum((step) => studyHours(this.#career, step)),
        hoursPerWeek * this.#longest,
      );
      atMost(
        sum((step) => (isOccupation(this.#career, step) ? leastWeeks(step) : 0)),
        this.#longest,
      );
      atMost(
        sum((step) => (isOccupation(this.#career, step) ? 0 : this.#length(step))),
        maxParallel * this.#longest,
      );
    }
    if (!this.#isOrdered) return;
    for (const { first, second } of this.#order) {
      const step = this.steps[first];
      if (!step) continue;
      this.#rowInOrder({
        later: `t${second}`,
        earlier: `t${first}`,
        lag: this.#length(step),
        switches: [`x${first}`, `x${second}`],
      });
    }
  }
}
