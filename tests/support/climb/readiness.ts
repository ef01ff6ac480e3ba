import type { Post } from '@/lib/domain/career/schema';
import type { Stage } from '@/lib/domain/climb/document';
import { findGoal, findPost, listAsked, type Plan } from './person';
import { halfTenure, type Replay } from './replay';

/** The step that a full-time stage is; null for every other stage. */
export function findFullTime({ placed }: Plan, stage: Stage): string | null {
  return placed.find(({ step }) => step.fullTime && stage.steps.includes(step.id))?.step.id ?? null;
}

/** The week, counted from the plan's start, in which the person is ready and the search for the next post begins. */
export function readyWeek(plan: Plan, stage: Stage): number {
  const next = findPost(plan.career, stage.until);
  const end = stage.startWeek + stage.weeks;
  const isGoal = next?.role === plan.profile.role;
  return isGoal || findFullTime(plan, stage) ? end : end - (next?.searchWeeks ?? 0);
}

/** The week in which a post begins that is looked for from `week` on. */
const beginsAt = ({ profile }: Plan, next: Post, week: number): number =>
  week + (next.role === profile.role ? 0 : next.searchWeeks);

/** The first week that begins on or after the day from which this person is free. */
export function freeWeek({ profile: { preferences } }: Plan): number {
  const { start, freeFrom } = preferences;
  return freeFrom === undefined
    ? 0
    : Math.max(0, Math.ceil((Date.parse(freeFrom) - Date.parse(start)) / (7 * 86_400_000)));
}

/** Whether this person is already in the post that the plan leads to. */
export function isInGoal(plan: Plan, replay: Replay): boolean {
  const goal = findGoal(plan);
  return replay.held.some(({ post, isCurrent }) => isCurrent && post.id === goal?.id);
}

/** What keeps a person from being ready for the next post at the start of a week, in words. */
export function listLacking(plan: Plan, stage: Stage, { replay, week }: At): string[] {
  const next = findPost(plan.career, stage.until);
  if (!next) return [`${stage.until} is no post`];
  const learning = listLackingToLearn(plan, next, { replay, week });
  if (isInGoal(plan, replay)) return learning;
  return [...learning, ...listLackingWait(plan, stage, { replay, week })];
}

type At = { replay: Replay; week: number };

/** What only steps can bring: can-dos, the certificate and what an employer asks to see. */
export function listLackingToLearn(plan: Plan, next: Post, { replay, week }: At): string[] {
  const { career, profile } = plan;
  const lacking: string[] = [];
  const asked = listAsked(plan, next);
  const missing = asked.filter((id) => !replay.isTrue(id, week));
  const isGoal = next.role === profile.role;
  const mayMiss = next.role !== null && !isGoal ? asked.length - Math.ceil((9 * asked.length) / 10) : 0;
  if (missing.length > mayMiss) lacking.push(`can-dos ${missing.join(', ')}`);
  // Who is in the goal's post has got in.
  if (isGoal && isInGoal(plan, replay)) return lacking;
  const { askedBy, heldBy, anyOfByRole } = career.certification;
  if (isGoal && askedBy.includes(profile.role)) {
    const groups = anyOfByRole[profile.role] ?? [];
    const isCertified =
      heldBy.some((id) => replay.hasHolding(id, week)) ||
      groups.some((group) => group.every((id) => replay.isFinished(id, week)));
    if (!isCertified) lacking.push('a certificate');
  }
  if (next.asksToSee && !replay.postsBy(week).some((post) => speaksFor(post, next))) {
    const { count, of } = next.asksToSee;
    const shown = of.filter((id) => replay.isFinished(id, week));
    if (shown.length < count) lacking.push(`work to show (${shown.length} of ${count})`);
  }
  return lacking;
}

/** Whether a post that was held stands in for finished work: one of rank 2 or above takes none of a lower rank. */
export function speaksFor(held: Post, next: Post): boolean {
  if (held.family !== next.family) return false;
  return next.rank <= 1 || held.rank >= next.rank;
}

/** What time in posts, a holding or a step brings: experience, rank and how long a post must be kept. */
export function listLackingWait(plan: Plan, stage: Stage, { replay, week }: At): string[] {
  const next = findPost(plan.career, stage.until);
  if (!next) return [];
  const lacking = (plan.career.experienceOfPost.get(next.id) ?? [])
    .filter((experience) => !replay.meetsExperience(experience, week))
    .map(({ label }) => `experience (${label})`);
  if (beginsAt(plan, next, week) < freeWeek(plan)) lacking.push('not free to begin a post');
  const isFirstOfLeader = replay.postsBy(week).length === 0 && replay.hasHolding('led-people', week);
  const most = isFirstOfLeader ? 2 : replay.rankAt(week) + 1;
  if (next.rank > most) lacking.push(`rank (${next.rank} from ${replay.rankAt(week)})`);
  const present = plan.career.postById.get(stage.post ?? '');
  const isNew = stage.startWeek > 0;
  if (present && (isNew || present.apprenticeship)) {
    const least = present.apprenticeship ? present.tenureWeeks : halfTenure(present);
    const kept = isNew ? week - stage.startWeek : replay.weeksIn(present, week);
    if (kept < least) lacking.push(`${least - kept} more weeks in ${present.id}`);
  }
  return lacking;
}
