import type { Career, Step } from '@/lib/domain/catalogue';
import { computeDaysBetween } from '@/lib/domain/day';
import type { Objective, Profile } from '@/lib/domain/planner/profile';
import {
  canBeReplacedByLevels,
  compareVectors,
  hasPost,
  holdingThatMeets,
  isOccupation,
  isWithin,
  leastWeeks,
  listGroups,
  listOccupationOrder,
  listRequirements,
  listStepsInPlay,
  longestWeeks,
  orderVector,
  planCurrency,
  pricePence,
  ratedLevel,
  studyHours,
  weeklyLimit,
} from './planning-rules';

/** The best plan by exhaustive search; the vector is in the objective's order, cost in whole pence. */
export type BruteForcePlan = {
  vector: readonly [number, number, number];
  bestWeeks: number;
  ids: readonly string[];
};

type Candidate = { mask: number; ids: readonly string[]; pence: number; steps: number };

/**
 * Solves small instances exactly: every set of steps in play, spare ones included, and for each set its
 * shortest schedule. Null when no plan exists. Meant for at most about ten steps of a few hours and weeks.
 */
export class BruteForce {
  readonly #instance: Instance;
  readonly #candidates: readonly Candidate[];
  readonly #weeks = new Map<number, number>();
  readonly #longest: number;

  constructor(career: Career, profile: Profile) {
    this.#instance = new Instance(career, profile);
    this.#longest = longestByDeadline(profile);
    this.#candidates = this.#instance.listCandidates();
  }

  solve(objective: Objective): BruteForcePlan | null {
    const fastest = this.#best('fastest', this.#longest);
    if (!fastest || objective === 'fastest') return fastest && { ...fastest, bestWeeks: fastest.vector[0] };
    const bestWeeks = fastest.vector[0];
    const limit = Math.min(this.#longest, longestWeeks(objective, bestWeeks) ?? this.#longest);
    const best = this.#best(objective, limit);
    return best && { ...best, bestWeeks };
  }

  /** Least cost or fewest steps with no limit but the person's own; null when no plan exists. */
  solveWithoutWindow(objective: 'cheapest' | 'fewest'): BruteForcePlan | null {
    const best = this.#best(objective, this.#longest);
    const fastest = best && this.#best('fastest', this.#longest);
    return best && fastest && { ...best, bestWeeks: fastest.vector[0] };
  }

  /** Whether these steps are a plan when weeks and hours are left out. */
  isSelection(ids: readonly string[]): boolean {
    const mask = this.#instance.toMask(ids);
    return this.#candidates.some((candidate) => candidate.mask === mask);
  }

  /** Whether these steps are a plan that keeps every limit. */
  isPlan(ids: readonly string[]): boolean {
    return this.isSelection(ids) && this.#weeksOf(this.#instance.toMask(ids)) <= this.#longest;
  }

  /** The start weeks, by step id, that come first among the schedules of these steps in so many weeks. */
  firstStarts(ids: readonly string[], weeks: number): number[] {
    const mask = this.#instance.toMask(ids);
    const starts = new Map<number, number>();
    return [...ids].sort().map((id) => {
      const step = this.#instance.indexOf(id);
      for (let start = 0; start < weeks; start += 1) {
        starts.set(step, start);
        if (this.#instance.shortest(mask, weeks, starts) <= weeks) return start;
      }
      throw new RangeError(`${id} has no start within ${weeks} weeks`);
    });
  }

  /** Sets are skipped only where a lower bound of the whole vector already comes after the best one found. */
  #best(objective: Objective, limit: number): Omit<BruteForcePlan, 'bestWeeks'> | null {
    let best: { vector: [number, number, number]; ids: readonly string[] } | null = null;
    const bounded = this.#candidates
      .map((candidate) => ({ candidate, weeks: this.#instance.leastWeeksOf(candidate.mask) }))
      .map((entry) => ({
        ...entry,
        least: orderVector(objective, { ...entry.candidate, weeks: entry.weeks }),
      }))
      .sort((left, right) => compareVectors(left.least, right.least));
    for (const { candidate, weeks: least, least: lower } of bounded) {
      if (best && compareVectors(lower, best.vector) > 0) break;
      if (least > limit) continue;
      const weeks = this.#weeksOf(candidate.mask);
      if (weeks === Number.POSITIVE_INFINITY || weeks > limit) continue;
      const vector = orderVector(objective, { ...candidate, weeks });
      const compared = best ? compareVectors(vector, best.vector) : -1;
      if (compared < 0 || (compared === 0 && best && isBefore(candidate.ids, best.ids)))
        best = { vector, ids: candidate.ids };
    }
    return best;
  }

  #weeksOf(mask: number): number {
    let weeks = this.#weeks.get(mask);
    if (weeks === undefined) {
      weeks = this.#instance.shortest(mask, this.#longest);
      this.#weeks.set(mask, weeks);
    }
    return weeks;
  }
}

function isBefore(left: readonly string[], right: readonly string[]): boolean {
  const index = left.findIndex((id, position) => id !== right[position]);
  return index >= 0 && (left[index] ?? '') < (right[index] ?? '');
}

function longestByDeadline(profile: Profile): number {
  const { deadline, start } = profile.preferences;
  if (!deadline) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor((computeDaysBetween({ from: start, to: deadline }) + 1) / 7));
}

/** A step as the search sees it: `code` 0 is waiting, 1 finished, beyond that elapsed weeks and hours left. */
type Task = {
  id: string;
  isOccupation: boolean;
  hours: number;
  weeks: number;
  limit: number;
  pence: number;
  isDegree: boolean;
  needsPost: boolean;
  givesPost: boolean;
  raises: readonly { skill: number; from: number; to: number }[];
  /** Per prerequisite not done: the bit that finishes it and the levels that may stand in for it. */
  prerequisites: readonly { bit: number; instead: readonly { skill: number; to: number }[] | null }[];
  /** Bits of occupations that start before this one where both are planned. */
  laterThan: number;
  radix: number;
};

class Instance {
  readonly #tasks: readonly Task[];
  readonly #rated: readonly number[];
  readonly #targets: readonly number[];
  readonly #isInPost: boolean;
  readonly #needs: readonly (readonly number[])[];
  readonly #isPinnedOut: boolean;
  readonly #pinned: number;
  readonly #profile: Profile;

  constructor(career: Career, profile: Profile) {
    const steps = listStepsInPlay(career, profile);
    const indexBySkill = new Map(career.skills.map(({ id }, index) => [id, index]));
    const skill = (id: string): number => indexBySkill.get(id) ?? -1;
    const bit = (id: string): number => {
      const index = steps.findIndex((step) => step.id === id);
      return index < 0 ? 0 : 1 << index;
    };
    const role = career.roleById.get(profile.role);
    this.#profile = profile;
    this.#rated = career.skills.map(({ id }) => ratedLevel(profile, id));
    this.#targets = career.skills.map(({ id }) => role?.targets[id] ?? 0);
    this.#isInPost = hasPost(career, profile);
    const order = listOccupationOrder(career, profile);
    const toTask = (step: Step): Task => {
      const hours = studyHours(career, step);
      const weeks = leastWeeks(step);
      return {
        id: step.id,
        isOccupation: isOccupation(career, step),
        hours,
        weeks,
        limit: weeklyLimit(career, step),
        pence: pricePence(career, step, planCurrency(profile)),
        isDegree: step.kind === 'degree',
        needsPost: career.traits.needsPost.includes(step.id),
        givesPost: career.traits.postFrom.includes(step.id),
        raises: step.raises.map((raise) => ({ ...raise, skill: skill(raise.skill) })),
        prerequisites: step.prerequisites
          .filter((id) => !profile.done.includes(id))
          .map((id) => {
            const needed = career.stepById.get(id);
            const instead =
              needed && canBeReplacedByLevels(needed)
                ? needed.raises.map((raise) => ({ skill: skill(raise.skill), to: raise.to }))
                : null;
            return { bit: bit(id), instead };
          }),
        laterThan: order
          .filter(([, second]) => second === step.id)
          .reduce((bits, [first]) => bits | bit(first), 0),
        radix: 2 + (weeks + 1) * (hours + 1),
      };
    };
    this.#tasks = steps.map(toTask);
    this.#needs = listRequirements(career, profile)
      .filter((requirement) => holdingThatMeets(requirement, profile) === null)
      .map((requirement) =>
        listGroups(requirement, profile.role)
          .map((group) => group.filter((id) => !profile.done.includes(id)))
          .filter((group) => group.every((id) => bit(id) > 0))
          .map((group) => group.reduce((bits, id) => bits | bit(id), 0)),
      );
    const pinned = profile.preferences.pinned.filter((id) => !profile.done.includes(id));
    this.#isPinnedOut = pinned.some((id) => bit(id) === 0);
    this.#pinned = pinned.reduce((bits, id) => bits | bit(id), 0);
    const size = this.#tasks.reduce((product, task) => product * task.radix, 1);
    if (steps.length > 20 || size > Number.MAX_SAFE_INTEGER)
      throw new RangeError('too large an instance for exhaustive search');
  }

  indexOf(id: string): number {
    return this.#tasks.findIndex((task) => task.id === id);
  }

  toMask(ids: readonly string[]): number {
    return ids.reduce((bits, id) => bits | (1 << this.indexOf(id)), 0);
  }

  /** Every set of steps that is a plan when time is left out. */
  listCandidates(): Candidate[] {
    const candidates: Candidate[] = [];
    if (this.#isPinnedOut) return candidates;
    const { budget } = this.#profile.preferences;
    for (let mask = 0; mask < 1 << this.#tasks.length; mask += 1) {
      if ((mask & this.#pinned) !== this.#pinned) continue;
      const chosen = this.#tasks.filter((_, index) => mask & (1 << index));
      const pence = chosen.reduce((sum, task) => sum + task.pence, 0);
      if (budget && !isWithin(pence, budget.amount)) continue;
      if (chosen.filter((task) => task.isDegree).length > 1) continue;
      if (!this.#needs.every((groups) => groups.some((bits) => (mask & bits) === bits))) continue;
      const levels = this.#levels(mask);
      if (this.#targets.some((target, index) => (levels[index] ?? 0) < target)) continue;
      if (!this.#canAllStart(mask)) continue;
      candidates.push({ mask, pence, steps: chosen.length, ids: chosen.map((task) => task.id).sort() });
    }
    return candidates;
  }

  #levels(finished: number): number[] {
    const levels = [...this.#rated];
    this.#tasks.forEach((task, index) => {
      if (finished & (1 << index))
        for (const { skill, to } of task.raises) levels[skill] = Math.max(levels[skill] ?? 0, to);
    });
    return levels;
  }

  #isOpen(task: Task, finished: number, levels: readonly number[]): boolean {
    return (
      task.raises.every(({ skill, from }) => (levels[skill] ?? 0) >= from) &&
      task.prerequisites.every(
        ({ bit, instead }) =>
          (finished & bit) !== 0 || instead?.every(({ skill, to }) => (levels[skill] ?? 0) >= to),
      )
    );
  }

  /** Starting conditions only ever become true, so taking every open step in turn finds whether all can start. */
  #canAllStart(mask: number): boolean {
    let finished = 0;
    for (let before = -1; before !== finished; ) {
      before = finished;
      const levels = this.#levels(finished);
      const isInPost = this.#isInPost || this.#tasks.some((task, i) => task.givesPost && finished & (1 << i));
      this.#tasks.forEach((task, index) => {
        const bit = 1 << index;
        if (
          mask & bit &&
          !(finished & bit) &&
          (!task.needsPost || isInPost) &&
          this.#isOpen(task, before, levels)
        )
          finished |= bit;
      });
    }
    return finished === mask;
  }

  /** A lower bound of the weeks of a set: hours by the week, occupations end to end, each step by itself. */
  leastWeeksOf(mask: number): number {
    const { hoursPerWeek } = this.#profile.preferences;
    const chosen = this.#tasks.filter((_, index) => mask & (1 << index));
    const hours = chosen.reduce((sum, task) => sum + task.hours, 0);
    const occupied = chosen.reduce((sum, task) => sum + (task.isOccupation ? task.weeks : 0), 0);
    return Math.max(Math.ceil(hours / hoursPerWeek), occupied, ...chosen.map((task) => task.weeks), 0);
  }

  /**
   * The weeks of the shortest schedule of a set, or Infinity where there is none within `longest`; `starts` fixes
   * some start weeks. A search by weeks over states (per step: waiting, finished, or elapsed weeks and hours left).
   * Left out, and why nothing is lost: with the same steps under way, fewer hours left can copy every later move
   * and finish each step no later, and finishing frees a place and adds levels; so hours are never held back while
   * a step under way could take them, a step ends as soon as it may, and a state met before is not met again.
   */
  shortest(mask: number, longest: number, starts: ReadonlyMap<number, number> = new Map()): number {
    const places: number[] = [];
    let radix = 1;
    for (const task of this.#tasks) {
      places.push(radix);
      radix *= task.radix;
    }
    const goal = places.reduce((sum, place, index) => (mask & (1 << index) ? sum + place : sum), 0);
    const seen = new Set<number>([0]);
    let layer: number[] = [0];
    for (let week = 0; layer.length > 0; week += 1) {
      if (layer.includes(goal)) return week;
      if (week >= longest) return Number.POSITIVE_INFINITY;
      const next = new Set<number>();
      const isWaitingAllowed = [...starts.values()].some((start) => start >= week);
      for (const state of layer)
        for (const after of this.#advance({ mask, state, week, places, starts }))
          if (isWaitingAllowed || !seen.has(after)) next.add(after);
      for (const state of next) seen.add(state);
      layer = [...next];
    }
    return Number.POSITIVE_INFINITY;
  }

  #advance(input: {
    mask: number;
    state: number;
    week: number;
    places: readonly number[];
    starts: ReadonlyMap<number, number>;
  }): Set<number> {
    const { mask, state, week, places, starts } = input;
    const { maxParallel } = this.#profile.preferences;
    const codes = this.#tasks.map((task, index) => Math.floor(state / (places[index] ?? 1)) % task.radix);
    let finished = 0;
    let started = 0;
    let studying = 0;
    let isOccupied = false;
    this.#tasks.forEach((task, index) => {
      const code = codes[index] ?? 0;
      if (code === 1) finished |= 1 << index;
      if (code > 0) started |= 1 << index;
      if (code > 1 && task.isOccupation) isOccupied = true;
      if (code > 1 && !task.isOccupation) studying += 1;
    });
    const levels = this.#levels(finished);
    const open: number[] = [];
    let forced = 0;
    this.#tasks.forEach((task, index) => {
      const bit = 1 << index;
      if (!(mask & bit) || started & bit) return;
      const fixed = starts.get(index);
      if (fixed !== undefined && fixed !== week) return;
      if (this.#isOpen(task, finished, levels)) open.push(index);
      if (fixed !== undefined) forced |= bit;
    });
    const results = new Set<number>();
    for (let choice = 0; choice < 1 << open.length; choice += 1) {
      const chosen = open.filter((_, position) => choice & (1 << position));
      const bits = chosen.reduce((sum, index) => sum | (1 << index), 0);
      if ((forced & ~bits) !== 0) continue;
      const occupations = chosen.filter((index) => this.#tasks[index]?.isOccupation);
      if (occupations.length + (isOccupied ? 1 : 0) > 1) continue;
      if (studying + chosen.length - occupations.length > maxParallel) continue;
      if (!this.#isOrdered({ chosen, begun: started | bits, mask, started })) continue;
      this.#spend({ codes, chosen, places, results });
    }
    return results;
  }

  #isOrdered(input: { chosen: readonly number[]; begun: number; mask: number; started: number }): boolean {
    const isInPost =
      this.#isInPost || this.#tasks.some((task, index) => task.givesPost && input.begun & (1 << index));
    return input.chosen.every((index) => {
      const task = this.#tasks[index];
      return (
        task !== undefined &&
        (!task.needsPost || isInPost) &&
        (task.laterThan & input.mask & ~input.started) === 0
      );
    });
  }

  /** Adds the states after each way of spending the week's hours in which no step under way could take one more. */
  #spend(input: {
    codes: readonly number[];
    chosen: readonly number[];
    places: readonly number[];
    results: Set<number>;
  }): void {
    const { codes, chosen, places, results } = input;
    let fixed = 0;
    const studying: { task: Task; place: number; elapsed: number; left: number }[] = [];
    this.#tasks.forEach((task, index) => {
      const place = places[index] ?? 1;
      const code = codes[index] ?? 0;
      const isStarting = chosen.includes(index);
      if (code === 1) fixed += place;
      if (code <= 1 && !isStarting) return;
      const elapsed = isStarting ? 0 : Math.floor((code - 2) / (task.hours + 1));
      const left = isStarting ? task.hours : (code - 2) % (task.hours + 1);
      if (task.isOccupation) fixed += place * toCode(task, elapsed + 1, 0);
      else studying.push({ task, place, elapsed, left });
    });
    const most = studying.map(({ task, left }) => Math.min(task.limit, left));
    const spend = (position: number, hours: number, state: number): void => {
      const entry = studying[position];
      if (!entry) {
        if (hours === 0) results.add(state);
        return;
      }
      const rest = most.slice(position + 1).reduce((sum, value) => sum + value, 0);
      for (let spent = Math.max(0, hours - rest); spent <= Math.min(most[position] ?? 0, hours); spent += 1)
        spend(
          position + 1,
          hours - spent,
          state + entry.place * toCode(entry.task, entry.elapsed + 1, entry.left - spent),
        );
    };
    const total = most.reduce((sum, value) => sum + value, 0);
    spend(0, Math.min(total, this.#profile.preferences.hoursPerWeek), fixed);
  }
}

function toCode(task: Task, elapsed: number, left: number): number {
  if (elapsed >= task.weeks && left === 0) return 1;
  return 2 + Math.min(elapsed, task.weeks) * (task.hours + 1) + left;
}
