import type { Level } from '@/lib/domain/catalogue';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { listShownByPosts } from '@/lib/domain/climb/follow/shown-by-posts';
import { listHeldPosts } from '@/lib/domain/climb/model/held';
import type { HeldPost, Preferences, Profile } from '@/lib/domain/climb/profile';
import { computeDayInZone, computeDaysBetween, type Day } from '@/lib/domain/day';
import { MOST_WEEKS_IN_POST } from '@/lib/domain/work';
import type { Standing } from '@/lib/plan/standing';
import { listTaught } from '@/lib/plan/taught';
import type { StepProgress } from '@/lib/queries/step-progress';

type Input = {
  standing: Standing;
  progress: readonly StepProgress[];
  preferences: Preferences;
  /** Instead of what they hold. */
  holdings?: readonly string[] | undefined;
  /** Can-dos that the person leaves open. */
  letStand?: readonly string[];
  /** The plan that they follow, which may hold steps that the catalogue no longer has. */
  followed?: Followed | null;
};

/**
 * The planner's input for a person: their ratings, what they hold, work as and have done, and what they prefer. What a
 * finished step teaches counts as true until its skill is rated anew; from then on the rating counts.
 */
export function buildClimbProfile(input: Input): Profile {
  const { standing, progress, preferences, letStand = [] } = input;
  const { career, rated } = standing;
  const finished = listLearned(input);
  const shown = listShown(standing).filter((id) => isNews(career.canDoById.get(id), rated));
  const learned = { ...finished, canDos: new Set([...finished.canDos, ...shown]) };
  const except = rated.except.filter((id) => !learned.canDos.has(id));
  const also = new Set(rated.also);
  for (const id of learned.canDos) also.add(id);
  return {
    career: career.id,
    role: standing.role.id,
    levels: learned.levels,
    also: [...also].sort(),
    except: [...except].sort(),
    letStand: [...letStand].sort(),
    holdings: [...(input.holdings ?? standing.held)],
    posts: listPosts(input),
    leavePost: standing.leavePost,
    done: progress.filter((event) => isDone(event, input)).map(({ step }) => step),
    preferences,
  };
}

/** Whether a step is finished; a certificate that has lapsed is held no more, but in the plan that earned it. */
function isDone({ step, status, expiresOn }: StepProgress, { standing, followed = null }: Input): boolean {
  const isLapsed = expiresOn !== null && expiresOn < standing.today;
  return status === 'done' && (!isLapsed || (followed?.steps.some(({ id }) => id === step) ?? false));
}

/** What finished steps taught and the person has not rated since: can-dos, or levels where only those are known. */
function listLearned({ standing, progress, followed = null }: Input) {
  const { career, rated } = standing;
  const levels: Record<string, Level> = { ...rated.levels };
  const canDos = new Set<string>();
  for (const taught of listTaught({ standing, progress, followed })) {
    for (const id of taught.canDos) if (isNews(career.canDoById.get(id), rated)) canDos.add(id);
    for (const { skill, to } of taught.raises) if (to > (levels[skill] ?? 0)) levels[skill] = to;
  }
  return { levels, canDos };
}

/** What the person's posts have shown since they rated its skill. */
function listShown({ career, postSpans, today, latest, account }: Standing): string[] {
  const ratedOn = (skill: string): Day | null => {
    const takenAt = latest.get(skill)?.takenAt;
    return takenAt === undefined
      ? null
      : computeDayInZone({ instant: new Date(takenAt), timeZone: account.timeZone });
  };
  return listShownByPosts(career, { posts: postSpans, today, ratedOn });
}

/** Whether a can-do is not true by the ratings alone. */
function isNews(
  canDo: { id: string; skill: string; level: Level } | undefined,
  { levels, except }: Standing['rated'],
): boolean {
  if (!canDo) return false;
  return canDo.level > (levels[canDo.skill] ?? 0) || except.includes(canDo.id);
}

/**
 * The posts that a person gave; where they gave none and follow a plan of the first edition, in which jobs were steps, also
 * the job that is under way there.
 */
function listPosts({ standing, progress, preferences, holdings = standing.held }: Input): HeldPost[] {
  const { career, posts, today } = standing;
  if (posts.length > 0) return posts.map((held) => ({ ...held }));
  const underWay = progress.flatMap(({ step, status, startedOn }): HeldPost[] => {
    if (status !== 'in-progress' || !career.postById.has(step)) return [];
    const days = startedOn === null ? 0 : computeDaysBetween({ from: startedOn, to: today });
    return [
      { post: step, weeks: Math.min(MOST_WEEKS_IN_POST, Math.max(0, Math.floor(days / 7))), current: true },
    ];
  });
  if (underWay.length === 0) return [];
  const done = progress.filter(({ status }) => status === 'done').map(({ step }) => step);
  const read = listHeldPosts(career, {
    career: career.id,
    role: standing.role.id,
    levels: {},
    also: [],
    except: [],
    letStand: [],
    holdings: [...holdings],
    posts: [],
    leavePost: false,
    done,
    preferences,
  });
  return [...read.map((held) => ({ ...held, current: false })), ...underWay];
}
