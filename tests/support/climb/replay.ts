import type { Experience, ExperienceOption, Holding, Post, Step } from '@/lib/domain/career/schema';
import type { Stage } from '@/lib/domain/climb/document';
import { type Held, listHeld, listNeededCanDos, listStartingCanDos, type Placed, type Plan } from './person';

type Span = { post: Post; from: number; to: number };

/** Half of the tenure, after which a post counts for the rank and for the next one. */
export function halfTenure(post: Post): number {
  return Math.ceil(post.tenureWeeks / 2);
}

/** A plan lived through week by week: what is true, held, finished and gathered at the start of each. */
export class Replay {
  readonly held: readonly Held[];
  readonly done: readonly string[];
  /** The steps that were carried out. */
  readonly carriedOut: readonly Placed[];
  readonly #plan: Plan;
  readonly #spans: readonly Span[];
  readonly #trueFrom = new Map<string, number>();
  readonly #finishedAt = new Map<string, number>();

  /** Carries out the given steps in their weeks; with `skipsUnmet` those whose needs are not met stay undone. */
  constructor(plan: Plan, placed: readonly Placed[] = plan.placed, { skipsUnmet = false } = {}) {
    this.#plan = plan;
    this.held = listHeld(plan.career, plan.profile);
    this.done = plan.profile.done;
    this.#spans = plan.document.stages.flatMap(({ post: id, startWeek, weeks }) => {
      const post = id === null ? undefined : plan.career.postById.get(id);
      return post ? [{ post, from: startWeek, to: startWeek + weeks }] : [];
    });
    for (const id of listStartingCanDos(plan.career, plan.profile)) this.#trueFrom.set(id, 0);
    for (const span of this.#spans) this.#learnInPost(span);
    const inOrder = [...placed].sort((one, other) => one.planned.startWeek - other.planned.startWeek);
    this.carriedOut = inOrder.filter((entry) => {
      if (skipsUnmet && this.listUnmet(entry.step, entry.planned.startWeek).length > 0) return false;
      const finish = entry.planned.startWeek + entry.planned.weeks;
      this.#finishedAt.set(entry.step.id, finish);
      for (const id of entry.step.teaches) this.#learn(id, finish);
      return true;
    });
  }

  #learn(id: string, week: number): void {
    this.#trueFrom.set(id, Math.min(week, this.#trueFrom.get(id) ?? Number.POSITIVE_INFINITY));
  }

  #learnInPost({ post, from, to }: Span): void {
    const before = this.weeksIn(post, from);
    const initial = this.held.find((held) => held.post.id === post.id)?.weeks ?? 0;
    const half = Math.ceil(post.teaches.length / 2);
    post.teaches.forEach((id, index) => {
      const threshold = index < half ? halfTenure(post) : post.tenureWeeks;
      const week = from + Math.max(0, threshold - before);
      if (threshold > initial && week <= to) this.#learn(id, week);
    });
  }

  isTrue(id: string, week: number): boolean {
    return (this.#trueFrom.get(id) ?? Number.POSITIVE_INFINITY) <= week;
  }

  isFinished(id: string, week: number): boolean {
    return this.done.includes(id) || (this.#finishedAt.get(id) ?? Number.POSITIVE_INFINITY) <= week;
  }

  /** Weeks that a post has been held by the start of a week, those before the plan included. */
  weeksIn(post: Post, week: number): number {
    const initial = this.held.find((held) => held.post.id === post.id)?.weeks ?? 0;
    return this.#spans
      .filter((span) => span.post.id === post.id)
      .reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, week) - from), initial);
  }

  /** Every post held before or by the start of a week. */
  postsBy(week: number): Post[] {
    const begun = this.#spans.filter(({ from }) => from <= week).map(({ post }) => post);
    return [...new Set([...this.held.map(({ post }) => post), ...begun])];
  }

  rankAt(week: number): number {
    const counted = this.postsBy(week).filter((post) => this.weeksIn(post, week) >= halfTenure(post));
    return Math.max(0, ...counted.map(({ rank }) => rank));
  }

  hasHolding(id: string, week: number): boolean {
    const holding = this.#plan.career.holdingById.get(id);
    return this.#plan.profile.holdings.includes(id) || Boolean(holding && this.#isGranted(holding, week));
  }

  #isGranted({ grantedBy }: Holding, week: number): boolean {
    return (
      grantedBy.steps.some((id) => this.isFinished(id, week)) ||
      this.postsBy(week).some(
        (post) =>
          grantedBy.posts.includes(post.id) &&
          this.weeksIn(post, week) >= (post.apprenticeship ? post.tenureWeeks : 26),
      )
    );
  }

  stageAt(week: number): Stage | null {
    return (
      this.#plan.document.stages.find(
        (stage) => stage.startWeek <= week && week < stage.startWeek + stage.weeks,
      ) ?? null
    );
  }

  meetsExperience({ anyOf }: Experience, week: number): boolean {
    return anyOf.some((option) => this.meetsOption(option, week));
  }

  meetsOption(option: ExperienceOption, week: number): boolean {
    if ('holding' in option) return this.hasHolding(option.holding, week);
    if ('step' in option) return this.isFinished(option.step, week);
    const counting = this.postsBy(week).filter((post) => countsFor(option, post));
    return counting.reduce((sum, post) => sum + this.weeksIn(post, week), 0) >= option.weeks;
  }

  /** What a step needs and lacks at the start of a week, in words. */
  listUnmet(step: Step, week: number): string[] {
    const { steps, holding, post } = step.needs;
    const unmet = listNeededCanDos(this.#plan.career, step)
      .filter((id) => !this.isTrue(id, week))
      .map((id) => `can-do ${id}`);
    for (const id of steps) if (!this.#isStepMet(id, week)) unmet.push(`step ${id}`);
    if (holding && !this.hasHolding(holding, week)) unmet.push(`holding ${holding}`);
    if (post || step.atWork) {
      const present = this.#plan.career.postById.get(this.stageAt(week)?.post ?? '');
      const kept = this.postsBy(week).filter((held) => this.weeksIn(held, week) >= halfTenure(held));
      const fits = [...(present ? [present] : []), ...(step.atWork ? [] : kept)].some(
        ({ rank, family }) =>
          !post || (rank >= post.rank && (post.families === 'any' || post.families.includes(family))),
      );
      if (!fits) unmet.push('a fitting post');
      const isSenior = step.teaches.some((id) => (this.#plan.career.canDoById.get(id)?.level ?? 0) >= 4);
      if (step.atWork && isSenior && present && this.weeksIn(present, week) < 13)
        unmet.push(`thirteen weeks in ${present.id}`);
    }
    return unmet;
  }

  #isStepMet(id: string, week: number): boolean {
    if (this.isFinished(id, week)) return true;
    const step = this.#plan.career.stepById.get(id);
    return Boolean(
      step &&
        ['course', 'project', 'practice'].includes(step.kind) &&
        step.teaches.every((canDo) => this.isTrue(canDo, week)),
    );
  }
}

/** Whether weeks in a post count for an option of experience. */
export function countsFor(option: ExperienceOption, post: Post): boolean {
  if ('posts' in option) return option.posts.includes(post.id);
  return (
    'families' in option &&
    post.rank >= option.minRank &&
    (option.families === 'any' || option.families.includes(post.family))
  );
}
