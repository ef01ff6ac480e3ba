import type { Career } from '@/lib/domain/career/career';
import type { Post, Step } from '@/lib/domain/career/schema';
import type { Objective, Profile } from '@/lib/domain/climb/profile';
import { compareVectors, planCurrency, pricePence } from '../planning-rules';
import type { Footing } from './footing';
import { type Figures, orderFigures, TENTHS } from './objectives';
import { findGoal, listAsked, listHeld, studyHours, whyOutOfPlay } from './person';
import { speaksFor } from './readiness';
import { countWeeksOfSets } from './sets-of-steps';

/** The least weeks of a stage and the best vector by each objective, weeks counted from its start. */
export type BestOfStage = { leastWeeks: number; best: Record<Objective, number[]> };

const NEVER = Number.POSITIVE_INFINITY;

/** The best of a small career whose goal is one stage away and asks for no waiting; null where nothing reaches the goal. */
export function bruteForceStage(career: Career, profile: Profile): BestOfStage | null {
  const next = findGoal({ career, profile });
  return next && bruteForceFrom(standAtFirst({ career, profile, next }));
}

/** The first stage of somebody whose present post, where there is one, asks for no waiting. */
export function standAtFirst({
  career,
  profile,
  next,
}: Pick<Footing, 'career' | 'profile' | 'next'>): Footing {
  const held = listHeld(career, profile);
  const known = career.canDos.filter(
    ({ id, skill, level }) => level <= (profile.levels[skill] ?? 0) && !profile.except.includes(id),
  );
  const present = held.find(({ isCurrent }) => isCurrent);
  const trueFrom = new Map([...known.map(({ id }) => id), ...profile.also].map((id) => [id, 0]));
  return {
    career,
    profile,
    next,
    post: present?.post ?? null,
    heldBefore: held.filter(({ isCurrent }) => !isCurrent).map(({ post }) => post),
    open: 0,
    start: 0,
    wait: 0,
    trueFrom: present ? addTeaching(trueFrom, { ...present, from: 0 }) : trueFrom,
    finished: new Map(profile.done.map((id) => [id, 0])),
  };
}

/** The stage in a new post, after a stage of which some steps were finished in some weeks and that was ready in one. */
export function standAfter(
  before: Footing,
  { ready, finished, next }: { ready: number; finished: ReadonlyMap<string, number>; next: Post },
): Footing {
  const { career, next: post } = before;
  const start = ready + post.searchWeeks;
  const trueFrom = new Map([...before.trueFrom].filter(([, week]) => week <= start));
  for (const [id, week] of finished)
    for (const canDo of career.stepById.get(id)?.teaches ?? [])
      trueFrom.set(canDo, Math.min(week, trueFrom.get(canDo) ?? NEVER));
  return {
    ...before,
    next,
    post,
    heldBefore: before.post ? [...before.heldBefore, before.post] : before.heldBefore,
    open: ready,
    start,
    wait: start + Math.ceil(post.tenureWeeks / 2),
    trueFrom: addTeaching(trueFrom, { post, weeks: 0, from: start }),
    finished: new Map([...before.finished, ...finished]),
  };
}

/** With what a post shows: the first half at half its tenure, the rest at all of it; what has passed brings nothing. */
function addTeaching(
  known: ReadonlyMap<string, number>,
  { post, weeks, from }: { post: Post; weeks: number; from: number },
): Map<string, number> {
  const trueFrom = new Map(known);
  const half = Math.ceil(post.teaches.length / 2);
  post.teaches.forEach((id, index) => {
    const threshold = index < half ? Math.ceil(post.tenureWeeks / 2) : post.tenureWeeks;
    if (threshold > weeks) trueFrom.set(id, Math.min(from + threshold - weeks, trueFrom.get(id) ?? NEVER));
  });
  return trueFrom;
}

/** The steps that could be planned in a stage. */
export function listPlayable({ career, profile, post, finished }: Footing): Step[] {
  return career.steps.filter(
    (step) =>
      !finished.has(step.id) && !(step.atWork && !post) && whyOutOfPlay({ career, profile }, step) === null,
  );
}

/** The best of a stage, by trying every set of steps in every order and every division of hours; null where none does. */
export function bruteForceFrom(footing: Footing): BestOfStage | null {
  const { start, wait } = footing;
  const steps = listPlayable(footing);
  const found = countWeeksOfSets(footing, steps).flatMap(({ indices, week }) => {
    const set = steps.filter((_, index) => indices.includes(index));
    const end = Math.max(week, findReadyWeek(footing, set));
    return end === NEVER ? [] : [{ end, set }];
  });
  if (found.length === 0) return null;
  const least = Math.max(0, Math.min(...found.map(({ end }) => end)) - start);
  const choose = (objective: Objective): number[] => {
    const latest = Math.max(start + Math.floor((TENTHS[objective] * least) / 10), wait);
    const vectors = found
      .filter(({ end }) => end <= latest)
      .map(({ end, set }) =>
        toVector(footing, { objective, set, weeks: Math.max(end, wait, start) - start }),
      );
    return vectors.sort(compareVectors)[0] ?? [];
  };
  return {
    leastWeeks: least,
    best: {
      fastest: choose('fastest'),
      balanced: choose('balanced'),
      cheapest: choose('cheapest'),
      fewest: choose('fewest'),
      lightest: choose('lightest'),
    },
  };
}

/** The week by which what a set of steps does not teach, but the stage asks for, comes by itself; never where it does not. */
export function findReadyWeek(footing: Footing, set: readonly Step[]): number {
  const { career, profile, next, post, heldBefore } = footing;
  const isFinished = (id: string): boolean => footing.finished.has(id) || set.some((step) => step.id === id);
  // Who is in the goal's post has got in.
  const isIn = next.role === profile.role && post?.id === next.id;
  const groups =
    next.role === profile.role && !isIn ? career.certification.anyOfByRole[profile.role] : undefined;
  const { count = 0, of = [] } = next.asksToSee ?? {};
  const isSpokenFor = isIn || [...heldBefore, ...(post ? [post] : [])].some((held) => speaksFor(held, next));
  if (groups && !groups.some((group) => group.every(isFinished))) return NEVER;
  if (!isSpokenFor && of.filter(isFinished).length < count) return NEVER;
  const taught = new Set(set.flatMap(({ teaches }) => teaches));
  const waits = listAsked(footing, next).map((id) =>
    taught.has(id) ? 0 : (footing.trueFrom.get(id) ?? NEVER),
  );
  return Math.max(0, ...waits);
}

function toVector(
  { career, profile }: Footing,
  { objective, set, weeks }: { objective: Objective; set: readonly Step[]; weeks: number },
): number[] {
  const currency = planCurrency(profile);
  const figures: Figures = {
    weeks,
    cost: set.reduce((sum, step) => sum + pricePence(career, step, currency), 0) / 100,
    hours: set.reduce((sum, step) => sum + (step.atWork ? 0 : studyHours(step)), 0),
    steps: set.length,
    hourWorth: profile.preferences.hourWorth,
  };
  return orderFigures(objective, figures);
}
