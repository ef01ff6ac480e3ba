import type { Career } from '../../career/career';
import type { Post } from '../../career/schema';
import { addDays, type Day } from '../../day';
import { listAskedBy } from '../model/asked';
import { listTeaching } from '../model/climber';
import { computeLeastStay, computeRank, countWeeksIn, findCurrent, listHeldPosts } from '../model/held';
import type { HeldPost, Profile } from '../profile';
import { computeReadiness, listTrue } from '../standing';
import type { Followed, FollowedStep } from './followed';
import { type Records, splitPlan } from './following';

/** A panel invites at about nine tenths; what is left is learned in the new post. */
export const APPLY_AT_PERCENT = 90;
/** Less than so many weeks before the plan's own search it is not worth a word. */
export const LEAST_WEEKS_EARLIER = 4;

/** From when one can apply for the post that a stage leads to, before all of the stage is done. */
export type ApplyFrom = {
  post: string;
  on: Day;
  /** Whole per cent of what is asked that is true by then: readiness for a role, the part of its can-dos for an entry post. */
  percent: number;
  /** Finished pieces of work that its employer asks to see. */
  pieces: readonly string[];
  /** Steps that end after it, and can be learned in the new post too. */
  rest: readonly string[];
};

/** A plan and the person who follows it; for one that nobody has begun, its own profile and first day. */
export type Applying = { plan: Followed; profile: Profile; records: Records; today: Day };

/**
 * For each stage the first week, at least four before the plan's own search or end, by which nothing that its post demands
 * is missing (experience, certificate, the stay in a new post), nine tenths of what it asks can be done, and the pieces of
 * work that its employer asks to see are finished. Null where the stage leads to no other post, or no sooner. What was
 * recorded counts, and where the plan is late all that is left comes so much later.
 */
export function listApplyFrom(career: Career, applying: Applying): (ApplyFrom | null)[] {
  const course = new Course(career, applying);
  return applying.plan.stages.map((_, place) => course.find(place));
}

type Standing = { percent: number; pieces: readonly string[] };

class Course {
  private readonly now: number;
  private readonly left: readonly FollowedStep[];
  private readonly delay: number;
  private readonly present: number;
  private readonly held: readonly HeldPost[];
  private readonly trueNow: ReadonlySet<string>;

  constructor(
    private readonly career: Career,
    private readonly applying: Applying,
  ) {
    const { plan, profile, records, today } = applying;
    const { weeksGone, left, started } = splitPlan({ followed: plan, records, today });
    this.now = weeksGone;
    this.left = left;
    this.delay = Math.max(
      0,
      ...left.map(({ id, startWeek, weeks }) =>
        started.has(id) ? weeksGone + 1 - startWeek - weeks : weeksGone - startWeek,
      ),
    );
    this.held = listHeldPosts(career, profile);
    const current = findCurrent(this.held)?.post ?? null;
    this.present = Math.max(
      0,
      plan.stages.findLastIndex(({ post }) => post !== null && post === current),
    );
    this.trueNow = listTrue(career, profile);
  }

  find(place: number): ApplyFrom | null {
    const { plan } = this.applying;
    const stage = plan.stages[place];
    const post = stage && this.career.postById.get(stage.until);
    if (!post || plan.version === 1 || place < this.present || stage.post === post.id) return null;
    if (stage.steps.some((id) => this.career.stepById.get(id)?.fullTime)) return null;
    const isLast = place === plan.stages.length - 1;
    const search = this.endOf(place) - (isLast ? 0 : Math.min(post.searchWeeks, stage.weeks));
    let [from, to] = [Math.max(this.now, this.startOf(place)), search - LEAST_WEEKS_EARLIER];
    if (from > to || this.standAt(place, to, post) === null) return null;
    // Nothing that is true once ceases to be so, so that the first week can be sought by halves.
    while (from < to) {
      const half = Math.floor((from + to) / 2);
      if (this.standAt(place, half, post)) to = half;
      else from = half + 1;
    }
    const standing = this.standAt(place, from, post);
    if (!standing) return null;
    const isAfter = (step: FollowedStep) =>
      step.stage <= place && this.isLeftAt(step, from) && step.startWeek + this.delay < search;
    return {
      post: post.id,
      on: addDays(plan.start, 7 * from),
      ...standing,
      rest: this.left.filter(isAfter).map(({ id }) => id),
    };
  }

  /** How much of what a post asks is there in a week of a stage; null while too little is. */
  private standAt(place: number, week: number, post: Post): Standing | null {
    const { career } = this;
    const { plan, profile } = this.applying;
    const held = this.listHeldAt(place, week);
    const isGoal = place === plan.stages.length - 1 && post.id === plan.role;
    const done = this.left.filter((step) => !this.isLeftAt(step, week)).map(({ id }) => id);
    const finished = new Map([...profile.done, ...done].map((id) => [id, week]));
    const asked = listAskedBy(
      { career, profile, letStand: new Set(plan.letStand) },
      { finished, held },
      { post, isGoal, isOpen: () => false },
    );
    const isExperienced = asked.experience.every(
      ({ meeting }) => meeting !== null && 'weeks' in meeting && meeting.weeks === 0,
    );
    if (!isExperienced || asked.certificate !== null || !this.isLongEnough(place, held, post)) return null;
    const pieces = (post.asksToSee?.of ?? []).filter((id) => finished.has(id));
    if (pieces.length < (asked.asksToSee?.count ?? 0)) return null;
    const percent = this.computePercent(post, asked.canDos, this.listTrueAt(place, week));
    return percent < APPLY_AT_PERCENT ? null : { percent, pieces };
  }

  /** Whether a new post was kept for as long as one is kept, and the next one is at most a rank up. */
  private isLongEnough(place: number, held: readonly HeldPost[], post: Post): boolean {
    const current = findCurrent(held);
    const here = current && this.career.postById.get(current.post);
    const isKept = !here || (place === 0 && !here.apprenticeship) || current.weeks >= computeLeastStay(here);
    return isKept && post.rank <= computeRank(this.career, held) + 1;
  }

  private computePercent({ role: id }: Post, asked: readonly string[], held: ReadonlySet<string>): number {
    const role = id === null ? undefined : this.career.roleById.get(id);
    if (role)
      return computeReadiness(this.career, {
        role,
        ratings: { levels: {}, also: [...held], except: [] },
        letStand: this.applying.plan.letStand,
      });
    const there = asked.filter((canDo) => held.has(canDo)).length;
    return asked.length === 0 ? 100 : Math.floor((100 * there) / asked.length);
  }

  private startOf(place: number): number {
    return (this.applying.plan.stages[place]?.startWeek ?? 0) + (place > this.present ? this.delay : 0);
  }

  private endOf(place: number): number {
    const stage = this.applying.plan.stages[place];
    return (stage?.startWeek ?? 0) + (stage?.weeks ?? 0) + this.delay;
  }

  private isLeftAt({ startWeek, weeks }: FollowedStep, week: number): boolean {
    return startWeek + weeks + this.delay > week;
  }

  /** The posts with the weeks held by a week of a stage. */
  private listHeldAt(place: number, week: number): HeldPost[] {
    const gone = (until: number) => Math.max(0, until - this.now);
    const isHere = place === this.present;
    const held = this.held.map((one) =>
      one.current
        ? { ...one, weeks: one.weeks + gone(isHere ? week : this.endOf(this.present)), current: isHere }
        : one,
    );
    for (let later = this.present + 1; later <= place; later += 1) {
      const post = this.applying.plan.stages[later]?.post ?? null;
      const until = later === place ? week : this.endOf(later);
      if (post !== null)
        held.push({ post, weeks: Math.max(0, until - this.startOf(later)), current: later === place });
    }
    return held;
  }

  /** The can-dos that are true by a week of a stage: now, by steps that are finished then, and by what posts show. */
  private listTrueAt(place: number, week: number): Set<string> {
    const known = new Set(this.trueNow);
    for (const step of this.left)
      if (!this.isLeftAt(step, week)) for (const id of step.teaches) known.add(id);
    for (let at = this.present; at <= place; at += 1) {
      const post = this.career.postById.get(this.applying.plan.stages[at]?.post ?? '');
      if (!post) continue;
      const isHere = at === this.present;
      const from = isHere ? this.now : this.startOf(at);
      const until = Math.min(week, this.endOf(at));
      for (const { canDo, week: after } of listTeaching(post, isHere ? countWeeksIn(this.held, post.id) : 0))
        if (from + after <= until) known.add(canDo);
    }
    return known;
  }
}
