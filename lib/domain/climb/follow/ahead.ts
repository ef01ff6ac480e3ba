import type { Career } from '../../career/career';
import type { Day } from '../../day';
import { listTeaching } from '../model/climber';
import { countWeeksIn, findCurrent, listHeldPosts } from '../model/held';
import type { HeldPost, Profile } from '../profile';
import { listTrue } from '../standing';
import type { Followed, FollowedStep } from './followed';
import { type Records, splitPlan } from './following';

/** A plan and the person who follows it; for one that nobody has begun, its own profile and first day. */
export type Applying = { plan: Followed; profile: Profile; records: Records; today: Day };

/** What a plan brings a person by when, from where they are: weeks count from the plan's start, late ones added. */
export class Ahead {
  readonly now: number;
  /** Steps still to finish. */
  readonly left: readonly FollowedStep[];
  /** Weeks by which the plan is late: all that is left comes so much later. */
  readonly delay: number;
  /** Place of the stage that the person is in. */
  readonly present: number;
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

  /** The week in which a stage begins. */
  startOf(place: number): number {
    return (this.applying.plan.stages[place]?.startWeek ?? 0) + (place > this.present ? this.delay : 0);
  }

  /** The week after the last of a stage, its search included. */
  endOf(place: number): number {
    const stage = this.applying.plan.stages[place];
    return (stage?.startWeek ?? 0) + (stage?.weeks ?? 0) + this.delay;
  }

  /** Whether a step is not finished by a week. */
  isLeftAt({ startWeek, weeks }: FollowedStep, week: number): boolean {
    return startWeek + weeks + this.delay > week;
  }

  /** The posts with the weeks held by a week of a stage. */
  listHeldAt(place: number, week: number): HeldPost[] {
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
  listTrueAt(place: number, week: number, { withPosts = true } = {}): Set<string> {
    const known = new Set(this.trueNow);
    for (const step of this.left)
      if (!this.isLeftAt(step, week)) for (const id of step.teaches) known.add(id);
    for (let at = this.present; withPosts && at <= place; at += 1) {
      const post = this.career.postById.get(this.applying.plan.stages[at]?.post ?? '');
      if (!post) continue;
      const isHere = at === this.present;
      const from = isHere ? this.now : this.startOf(at);
      const until = Math.min(week, this.endOf(at));
      for (const { canDo, week: after } of listTeaching(post, countWeeksIn(this.held, post.id)))
        if (from + after <= until) known.add(canDo);
    }
    return known;
  }
}
