import type { Career } from '@/lib/domain/career/career';
import type { Post, Step } from '@/lib/domain/career/schema';
import type { Profile } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { planCurrency, pricePence } from '../planning-rules';
import { findLeastBurden, type LeastBurden, type ProgramMeasure, type Solver } from './integer-program';
import { listComing, listOpenSteps } from './open-steps';
import { findGoal, listHeld, listStartingCanDos, studyHours } from './person';
import { halfTenure } from './replay';

/** A way by the ids of its full-time study and of its posts. */
export type Way = { study: string | null; posts: readonly string[] };

/** Why a way cannot be gone, as an integer program or a sum says; `open` where what they leave out might be why. */
export type WayVerdict = 'cannot be reached' | 'costs too much' | 'takes too long' | 'open';

/**
 * Whether a whole way is impossible, by an integer program over all its stages at once that is kinder than the rules: what
 * its posts show is true from the start, whoever goes it has held them all for as long as they like, and each step is open
 * that is open in any of them. Written from docs/planning.md alone.
 */
export function refuteWay(
  career: Career,
  profile: Profile,
  { way, solve }: { way: Way; solve: Solver },
): WayVerdict {
  const goal = findGoal({ career, profile });
  if (!goal) return 'cannot be reached';
  const posts = way.posts.flatMap((id) => career.postById.get(id) ?? []);
  const study = way.study === null ? null : (career.stepById.get(way.study) ?? null);
  const kind = makeKind(career, profile, { posts, study });
  const least = (measure: ProgramMeasure): LeastBurden => {
    const { profile: eased, steps } = kind;
    const trueFrom = listComing(career, eased, listStartingCanDos(career, eased));
    return findLeastBurden(
      { career, profile: eased, next: goal, isGoal: true, steps, trueFrom },
      solve,
      measure,
    );
  };
  const cheapest = least('pence');
  if (!cheapest) return 'cannot be reached';
  const { budget, deadline, start, hoursPerWeek } = profile.preferences;
  const currency = planCurrency(profile);
  const studyPence = study ? pricePence(career, study, currency) : 0;
  if (budget && cheapest.pence + studyPence > Math.round(100 * budget.amount)) return 'costs too much';
  if (!deadline) return 'open';
  const shortest = least('hours');
  const studyWeeks = study ? Math.max(1, study.planning.weeks ?? 1) : 0;
  const waits = posts.reduce((sum, post) => sum + halfTenure(post) + post.searchWeeks, studyWeeks);
  const hours = Math.ceil((shortest?.pence ?? 0) / hoursPerWeek);
  const weeks = Math.max(waits, studyWeeks + hours);
  return addDays(start, 7 * weeks - 1) > deadline ? 'takes too long' : 'open';
}

/** The person as they are at the end of a way, for all that time in posts brings, and every step that is open on it. */
function makeKind(
  career: Career,
  profile: Profile,
  { posts, study }: { posts: readonly Post[]; study: Step | null },
): { profile: Profile; steps: Step[] } {
  const held = listHeld(career, profile);
  const current = held.find(({ isCurrent }) => isCurrent)?.post ?? null;
  const long = (post: Post, isCurrent: boolean) => ({
    post: post.id,
    weeks: 10 * post.tenureWeeks + 520,
    current: isCurrent,
  });
  const before = held.map(({ post }) => post).filter((post) => !posts.includes(post));
  const last = posts.at(-1) ?? (study ? null : current);
  const all = [...before, ...posts].map((post) => long(post, post === last));
  const taught = [
    ...posts.flatMap(({ teaches }) => teaches),
    ...(current?.teaches ?? []),
    ...(study?.teaches ?? []),
  ];
  const also = [...new Set([...profile.also, ...taught])];
  const eased = {
    ...profile,
    posts: all,
    also,
    except: profile.except.filter((id) => !also.includes(id)),
    done: [...profile.done, ...(study ? [study.id] : [])],
  };
  const isOpen = new Set(
    [null, current, ...posts].flatMap((post) => {
      const there = all.map((one) => ({ ...one, current: one.post === post?.id }));
      return listOpenSteps(career, { ...eased, posts: there }).map(({ id }) => id);
    }),
  );
  return {
    profile: eased,
    steps: career.steps.filter((step) => isOpen.has(step.id) && studyHours(step) >= 0),
  };
}
