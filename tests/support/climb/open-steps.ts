import type { Career } from '@/lib/domain/career/career';
import type { Post, Step } from '@/lib/domain/career/schema';
import type { Profile } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { leastWeeks } from '../planning-rules';
import { isOff } from './hour-rules';
import { isOutOfSeason, listHeld, listNeededCanDos, studyHours, whyOutOfPlay } from './person';
import { halfTenure } from './replay';

/** Never, as a week. */
export const NEVER = Number.POSITIVE_INFINITY;

/** The first stage of a person by docs/planning.md, as far as it can be told without a plan. */
export type FirstStage = {
  career: Career;
  profile: Profile;
  next: Post;
  isGoal: boolean;
  /** Steps that could begin in it, and when each can-do comes by itself. */
  steps: readonly Step[];
  trueFrom: ReadonlyMap<string, number>;
};

/** What is true of somebody from the start, and what their post will show them if they stay. */
export function listComing(
  career: Career,
  profile: Profile,
  starting: Iterable<string>,
): Map<string, number> {
  const trueFrom = new Map([...starting].map((id) => [id, 0]));
  const present = listHeld(career, profile).find(({ isCurrent }) => isCurrent);
  if (!present) return trueFrom;
  const { post, weeks } = present;
  const half = Math.ceil(post.teaches.length / 2);
  post.teaches.forEach((id, index) => {
    const threshold = index < half ? halfTenure(post) : post.tenureWeeks;
    if (threshold > weeks && !trueFrom.has(id)) trueFrom.set(id, threshold - weeks);
  });
  return trueFrom;
}

/** The steps that are open to somebody in the post that they hold now, or in none. */
export function listOpenSteps(career: Career, profile: Profile): Step[] {
  const held = listHeld(career, profile);
  const present = held.find(({ isCurrent }) => isCurrent)?.post ?? null;
  const kept = held.filter(({ post, weeks }) => weeks >= halfTenure(post)).map(({ post }) => post);
  const fits = ({ needs: { post: asked }, atWork }: Step): boolean => {
    if (!asked && !atWork) return true;
    const posts = [...(present ? [present] : []), ...(atWork ? [] : kept)];
    return posts.some(
      ({ family, rank }) =>
        !asked || (rank >= asked.rank && (asked.families === 'any' || asked.families.includes(family))),
    );
  };
  return career.steps.filter(
    (step) =>
      !step.fullTime &&
      whyOutOfPlay({ career, profile }, step) === null &&
      !(step.atWork && profile.preferences.workHoursPerWeek === 0 && studyHours(step) > 0) &&
      fits(step),
  );
}

/** The first week after a step that begins in a week and has its pool to itself. */
function finishOf(profile: Profile, step: Step, start: number): number {
  const { hoursPerWeek, workHoursPerWeek } = profile.preferences;
  const least = leastWeeks(step);
  const most = Math.min(Math.ceil(studyHours(step) / least), step.atWork ? workHoursPerWeek : hoursPerWeek);
  let left = studyHours(step);
  let week = start;
  while (left > 0) {
    if (!isOff(profile, week)) left -= most;
    week += 1;
  }
  return Math.max(week, start + least);
}

/** The earliest that steps and can-dos can come about with these steps, when only what comes after what counts. */
export class Earliest {
  readonly trueFrom: Map<string, number>;
  readonly finished = new Map<string, number>();

  constructor(
    private readonly stage: FirstStage,
    private readonly held: ReadonlySet<string>,
    steps: readonly Step[],
  ) {
    this.trueFrom = new Map(stage.trueFrom);
    for (const id of stage.profile.done) this.finished.set(id, 0);
    this.grow(steps);
  }

  private grow(steps: readonly Step[]): void {
    for (let hasChanged = true; hasChanged; ) {
      hasChanged = false;
      for (const step of steps) {
        const start = this.startOf(step);
        if (start === NEVER) continue;
        const finish = finishOf(this.stage.profile, step, start);
        const before = this.stage.profile.done.includes(step.id) ? 0 : NEVER;
        if (finish < (this.finished.get(step.id) ?? before)) {
          this.finished.set(step.id, finish);
          hasChanged = true;
        }
        for (const id of step.teaches)
          if (finish < (this.trueFrom.get(id) ?? NEVER)) {
            this.trueFrom.set(id, finish);
            hasChanged = true;
          }
      }
    }
  }

  /** The first week in which a step can begin; NEVER where that is too late or never. */
  startOf(step: Step): number {
    const { career, profile } = this.stage;
    const waits = listNeededCanDos(career, step).map((id) => this.trueFrom.get(id) ?? NEVER);
    const named = step.needs.steps.map((id) => this.metAt(id));
    let start = Math.max(0, ...waits, ...named, this.holdingAt(step.needs.holding));
    if (start === NEVER) return NEVER;
    const dayOf = (week: number) => addDays(profile.preferences.start, week * 7);
    while (step.availableFrom !== null && dayOf(start).slice(0, 7) < step.availableFrom) start += 1;
    // A step with hours begins in a week in which it has some.
    while (studyHours(step) > 0 && isOff(profile, start)) start += 1;
    return isOutOfSeason(step, dayOf(start)) ? NEVER : start;
  }

  /** When a step that another one names is finished, or all that it teaches is true instead. */
  metAt(id: string): number {
    const finished = this.finished.get(id) ?? NEVER;
    const named = this.stage.career.stepById.get(id);
    if (!named || !['course', 'project', 'practice'].includes(named.kind)) return finished;
    return Math.min(finished, Math.max(0, ...named.teaches.map((one) => this.trueFrom.get(one) ?? NEVER)));
  }

  private holdingAt(holding: string | null): number {
    if (holding === null || this.held.has(holding)) return 0;
    const granted = this.stage.career.holdingById.get(holding)?.grantedBy;
    const present = listHeld(this.stage.career, this.stage.profile).find(({ isCurrent }) => isCurrent);
    const steps = (granted?.steps ?? []).map((id) => this.finished.get(id) ?? NEVER);
    const byPost =
      present && granted?.posts.includes(present.post.id)
        ? (present.post.apprenticeship ? present.post.tenureWeeks : 26) - present.weeks
        : NEVER;
    return Math.max(0, Math.min(byPost, ...steps));
  }
}
