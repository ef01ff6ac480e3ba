import type { StageModel, StageStep } from '../model/stage-model';
import { NEVER } from '../schedule/calendar';
import type { Placement } from '../schedule/scheduler';
import { isDrawnOut } from './pull-forward';
import { isSoft, rateOrder } from './rate-order';
import { listMembers, type StepSet } from './sets';

/** Levels by which one step must be harder than another before their order matters. */
const SLACK = 0.4;
/** What a level of the same skill weighs, beside a level of any. */
const SAME_SKILL = 2;
/** Weeks after which it makes no difference how much too early something is. */
const MOST_WEEKS_EARLY = 12;
/** The part of a weight that counts from the first week on. */
const FROM_THE_FIRST = 0.3;
/** What an hour before the first post weighs, and what it weighs that the craft comes before workplace skills then. */
const FREE_HOUR = 0.05;
const CRAFT_FIRST = 1.5;
/** What a week weighs by which a step is longer. */
const DRAWN_OUT_WEEK = 0.1;
/** The same of a step whose hours trickle. */
const TRICKLING_WEEK = 0.3;
/** What a week weighs until nine tenths of what is asked, and the work that is asked to see, are there. */
const WEEK_UNTIL_OPEN = 0.5;

/** That one step should not begin before another, and how much it matters. */
export type Precedence = {
  first: number;
  then: number;
  weight: number;
  /** It only matters while the other begins before this week. */
  until: number;
};

/** How far a schedule is from the order in which a mentor would give its steps; 0 where nothing is out of order. */
export class Disorder {
  readonly precedences: readonly Precedence[];
  private readonly model: StageModel;
  private readonly enough: number;

  constructor(model: StageModel, set: StepSet) {
    this.model = model;
    this.precedences = listPrecedences(model, listMembers(set));
    const asked = model.career.askedByPost.get(model.until)?.size ?? 0;
    const missing = model.goalFacts.length;
    this.enough = Math.max(0, Math.ceil(0.9 * asked) - (asked - missing));
  }

  measure(placements: readonly Placement[]): number {
    const starts = this.listStarts(placements);
    let sum = WEEK_UNTIL_OPEN * this.findOpenWeek(placements) - FREE_HOUR * this.countHoursBefore(placements);
    for (const { step, weeks } of placements) {
      const found = this.model.steps[step];
      sum += (found && isDrawnOut(found, weeks) ? TRICKLING_WEEK : DRAWN_OUT_WEEK) * weeks;
    }
    for (const precedence of this.precedences) sum += this.weigh(precedence, starts);
    return sum;
  }

  /** Precedences that are not kept, the weightiest first. */
  listBroken(placements: readonly Placement[]): Precedence[] {
    const starts = this.listStarts(placements);
    return this.precedences
      .map((precedence) => ({ precedence, weight: this.weigh(precedence, starts) }))
      .filter(({ weight }) => weight > 0)
      .sort((one, other) => other.weight - one.weight)
      .map(({ precedence }) => precedence);
  }

  private listStarts(placements: readonly Placement[]): Int32Array {
    const starts = new Int32Array(this.model.steps.length);
    for (const { step, start } of placements) starts[step] = start;
    return starts;
  }

  private weigh({ first, then, weight, until }: Precedence, starts: Int32Array): number {
    if ((starts[then] ?? 0) >= until) return 0;
    const early = Math.min(MOST_WEEKS_EARLY, (starts[first] ?? 0) - (starts[then] ?? 0));
    return early <= 0 ? 0 : weight * (FROM_THE_FIRST + (1 - FROM_THE_FIRST) * (early / MOST_WEEKS_EARLY));
  }

  /** Own hours before the first post: whoever has none has them to give. */
  private countHoursBefore(placements: readonly Placement[]): number {
    const { steps, inPostFrom } = this.model;
    return placements.reduce((sum, { step, start, hours }) => {
      if (steps[step]?.isAtWork !== false || inPostFrom >= NEVER) return sum;
      return sum + hours.reduce((all, count, week) => (start + week < inPostFrom ? all + count : all), 0);
    }, 0);
  }

  /** The week in which so much is there that one would be asked in: most can-dos, and the work to be seen. */
  private findOpenWeek(placements: readonly Placement[]): number {
    const { model } = this;
    const trueFrom = model.given.slice();
    const finished = new Map<number, number>();
    for (const { step, start, weeks } of placements) {
      finished.set(step, start + weeks);
      for (const fact of model.steps[step]?.tos ?? [])
        trueFrom[fact] = Math.min(trueFrom[fact] ?? NEVER, start + weeks);
    }
    const facts = model.goalFacts.map((fact) => trueFrom[fact] ?? NEVER).sort((one, other) => one - other);
    const seen = model.parts.flatMap(({ what, count, items }) => {
      if (what !== 'asksToSee') return [];
      const weeks = items.map(({ steps }) =>
        Math.max(...(steps ?? []).map((one) => finished.get(one) ?? NEVER)),
      );
      return weeks.sort((one, other) => one - other)[count - 1] ?? [];
    });
    const week = Math.max(model.start, this.enough > 0 ? (facts[this.enough - 1] ?? 0) : 0, ...seen);
    return week >= NEVER ? 0 : week - model.start;
  }
}

function listPrecedences(model: StageModel, members: readonly number[]): Precedence[] {
  const rated = rateOrder(model);
  const skills = members.map((index) => listSkillLevels(model, index));
  const found: Precedence[] = [];
  members.forEach((first, one) => {
    members.forEach((then, other) => {
      const [before, after] = [model.steps[first], model.steps[then]];
      if (!before || !after || first === then || isOutOfOrder(before) || isOutOfOrder(after)) return;
      const weight =
        excess((rated[first] ?? 0) - (rated[then] ?? 0)) +
        SAME_SKILL * compareSkills(skills[one], skills[other]);
      if (weight > 0) found.push({ first, then, weight, until: NEVER });
      if (!before.isAtWork && !isSoft(model, before) && isSoft(model, after))
        found.push({ first, then, weight: CRAFT_FIRST, until: findPostWeek(model) });
    });
  });
  return found;
}

/** What is under way is gone on with, and an exam that brings nothing new has its place after its practice only. */
function isOutOfOrder({ isBegun, tos, source }: StageStep): boolean {
  return isBegun || (tos.length === 0 && source.kind === 'certification');
}

/** The week in which the first post begins. */
function findPostWeek({ post, inPostFrom }: StageModel): number {
  return post === null ? NEVER : inPostFrom;
}

function excess(levels: number): number {
  return Math.max(0, levels - SLACK);
}

/** The most by which one of two steps is harder than the other in a skill of both. */
function compareSkills(lower: SkillLevels = new Map(), higher: SkillLevels = new Map()): number {
  let most = 0;
  for (const [skill, level] of lower) {
    const above = higher.get(skill);
    if (above !== undefined) most = Math.max(most, excess(above - level));
  }
  return most;
}

type SkillLevels = ReadonlyMap<string, number>;

/** The mean level of what a step teaches that is missing, by skill. */
function listSkillLevels({ steps, facts, career }: StageModel, index: number): SkillLevels {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const fact of steps[index]?.tos ?? []) {
    const canDo = career.canDoById.get(facts[fact] ?? '');
    if (!canDo) continue;
    const { sum, count } = sums.get(canDo.skill) ?? { sum: 0, count: 0 };
    sums.set(canDo.skill, { sum: sum + canDo.level, count: count + 1 });
  }
  return new Map([...sums].map(([skill, { sum, count }]) => [skill, sum / count]));
}
