import type { Career } from '../../career/career';
import type { Post } from '../../career/schema';
import { addDays, type Day } from '../../day';
import { listAskedBy } from '../model/asked';
import { countMissingHalf } from '../model/experience';
import { computeLeastStay, computeRank, findCurrent, listHoldings } from '../model/held';
import type { HeldPost } from '../profile';
import { computeReadiness } from '../standing';
import { Ahead, type Applying } from './ahead';
import type { FollowedStep } from './followed';

/** A panel invites at about nine tenths; what is left is learned in the new post. */
export const APPLY_AT_PERCENT = 90;
/** Less than so many weeks, or than a tenth of its stage, before the plan's own search it is not worth a word. */
export const LEAST_WEEKS_EARLIER = 4;
const LEAST_PART = 0.1;

/** From when one can apply for the post that a stage leads to, before all of the stage is done. */
export type ApplyFrom = {
  post: string;
  on: Day;
  /** Whole per cent of what is asked that is true by then: readiness for a role, the part of its can-dos for an entry post. */
  percent: number;
  /** Weeks in posts that are still missing by then of what is mostly asked: half of it is there. */
  weeksMissing: number;
  /** Finished pieces of work that its employer asks to see. */
  pieces: readonly string[];
  /** Steps that end after it, and can be learned in the new post too. */
  rest: readonly string[];
};

/**
 * For each stage the first week, at least four before the plan's own search or end, by which half of the experience that its
 * post mostly asks is there, as for a rank, and a new post was kept for its least stay, nine tenths of what it asks can be done, and the pieces of work that its
 * employer asks to see are finished. An exam may still lie ahead: the certificate is the plan's own end, and seldom what an
 * invitation hangs on. Null where the stage leads to no other post, or no sooner. What was
 * recorded counts, and where the plan is late all that is left comes so much later.
 */
export function listApplyFrom(career: Career, applying: Applying): (ApplyFrom | null)[] {
  const course = new Course(career, applying);
  return applying.plan.stages.map((_, place) => course.find(place));
}

type Standing = Pick<ApplyFrom, 'percent' | 'pieces' | 'weeksMissing'>;

class Course {
  private readonly ahead: Ahead;

  constructor(
    private readonly career: Career,
    private readonly applying: Applying,
  ) {
    this.ahead = new Ahead(career, applying);
  }

  find(place: number): ApplyFrom | null {
    const { plan } = this.applying;
    const stage = plan.stages[place];
    const post = stage && this.career.postById.get(stage.until);
    if (!post || plan.version === 1 || place < this.ahead.present || stage.post === post.id) return null;
    if (stage.steps.some((id) => this.career.stepById.get(id)?.fullTime)) return null;
    const isLast = place === plan.stages.length - 1;
    const search = this.ahead.endOf(place) - (isLast ? 0 : Math.min(post.searchWeeks, stage.weeks));
    const least = Math.max(LEAST_WEEKS_EARLIER, Math.ceil(LEAST_PART * stage.weeks));
    let [from, to] = [Math.max(this.ahead.now, this.ahead.startOf(place)), search - least];
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
      step.stage <= place && this.ahead.isLeftAt(step, from) && step.startWeek + this.ahead.delay < search;
    return {
      post: post.id,
      on: addDays(plan.start, 7 * from),
      ...standing,
      rest: this.ahead.left.filter(isAfter).map(({ id }) => id),
    };
  }

  /** How much of what a post asks is there in a week of a stage; null while too little is. */
  private standAt(place: number, week: number, post: Post): Standing | null {
    const { career } = this;
    const { plan, profile } = this.applying;
    const held = this.ahead.listHeldAt(place, week);
    const isGoal = place === plan.stages.length - 1 && post.id === plan.role;
    const done = this.ahead.left.filter((step) => !this.ahead.isLeftAt(step, week)).map(({ id }) => id);
    const finished = new Map([...profile.done, ...done].map((id) => [id, week]));
    const asked = listAskedBy(
      { career, profile, letStand: new Set(plan.letStand) },
      { finished, held },
      { post, isGoal, isOpen: () => false },
    );
    const holdings = listHoldings(career, {
      holdings: profile.holdings,
      held,
      finished: new Set(finished.keys()),
    });
    const background = { holdings, held, finished: new Set(finished.keys()), isOpen: () => false };
    const weeksMissing = countMissingHalf(career, post, background);
    if (weeksMissing === null || !this.isLongEnough(place, held, post)) return null;
    const pieces = (post.asksToSee?.of ?? []).filter((id) => finished.has(id));
    if (pieces.length < (asked.asksToSee?.count ?? 0)) return null;
    const percent = this.computePercent(post, asked.canDos, this.ahead.listTrueAt(place, week));
    return percent < APPLY_AT_PERCENT ? null : { percent, pieces, weeksMissing };
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
}
