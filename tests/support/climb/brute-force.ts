import type { Career } from '@/lib/domain/career/career';
import type { Step } from '@/lib/domain/career/schema';
import type { Objective, Profile } from '@/lib/domain/climb/profile';
import { compareVectors, leastWeeks, planCurrency, pricePence } from '../planning-rules';
import { isOff } from './hour-rules';
import { orderFigures, TENTHS } from './objectives';
import {
  findGoal,
  listAsked,
  listNeededCanDos,
  listStartingCanDos,
  studyHours,
  whyOutOfPlay,
} from './person';

/** How far a step is: hours left and weeks gone of its least, or not begun. */
type Progress = { left: number; gone: number } | null;
type World = { career: Career; profile: Profile; steps: readonly Step[] };

/**
 * The best vector of a small career whose goal is one stage away and asks for no waiting, by trying every set of
 * steps in every order and every division of hours; null where no set reaches the goal.
 */
export function bruteForceStage(
  career: Career,
  profile: Profile,
): { leastWeeks: number; best: Record<Objective, number[]> } | null {
  const inPlay = career.steps.filter((step) => whyOutOfPlay({ career, profile }, step) === null);
  const found: { weeks: number; steps: Step[] }[] = [];
  for (const [set, weeks] of countWeeksOfSets({ career, profile, steps: inPlay })) {
    const steps = inPlay.filter((_, index) => set.includes(index));
    if (isReady({ career, profile, steps }, (step) => steps.includes(step))) found.push({ weeks, steps });
  }
  if (found.length === 0) return null;
  const least = Math.min(...found.map(({ weeks }) => weeks));
  const choose = (objective: Objective): number[] => {
    const longest = Math.floor((TENTHS[objective] * least) / 10);
    const vectors = found
      .filter(({ weeks }) => weeks <= longest)
      .map((each) => toVector({ career, profile, objective }, each));
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

function toVector(
  { career, profile, objective }: { career: Career; profile: Profile; objective: Objective },
  { weeks, steps }: { weeks: number; steps: readonly Step[] },
): number[] {
  const currency = planCurrency(profile);
  return orderFigures(objective, {
    weeks,
    cost: steps.reduce((sum, step) => sum + pricePence(career, step, currency), 0) / 100,
    hours: steps.reduce((sum, step) => sum + (step.atWork ? 0 : studyHours(step)), 0),
    steps: steps.length,
    hourWorth: profile.preferences.hourWorth,
  });
}

function listTrue({ career, profile, steps }: World, isFinished: (step: Step) => boolean): Set<string> {
  return new Set([
    ...listStartingCanDos(career, profile),
    ...steps.filter(isFinished).flatMap(({ teaches }) => teaches),
  ]);
}

function isReady(world: World, isFinished: (step: Step) => boolean): boolean {
  const { career, profile, steps } = world;
  const goal = findGoal(world);
  if (!goal) return false;
  const known = listTrue(world, isFinished);
  const finished = new Set(steps.filter(isFinished).map(({ id }) => id));
  const groups = career.certification.anyOfByRole[profile.role];
  const isCertified = !groups || groups.some((group) => group.every((id) => finished.has(id)));
  const { count = 0, of = [] } = goal.asksToSee ?? {};
  const shown = of.filter((id) => finished.has(id));
  return isCertified && shown.length >= count && listAsked(world, goal).every((id) => known.has(id));
}

/** The least weeks in which each set of steps can be carried out whole, week by week over all states. */
function countWeeksOfSets(world: World): Map<readonly number[], number> {
  const counted = new Map<string, [number[], number]>();
  let states = new Map<string, Progress[]>([['', world.steps.map(() => null)]]);
  for (let week = 0; states.size > 0; week += 1) {
    const next = new Map<string, Progress[]>();
    for (const state of states.values()) {
      const begun = state.flatMap((progress, index) => (progress ? [index] : []));
      const key = begun.join();
      const isWhole = begun.every((index) => isDone(world.steps[index], state[index]));
      if (isWhole && !counted.has(key)) counted.set(key, [begun, week]);
      for (const after of listNext(world, state, week)) next.set(JSON.stringify(after), after);
    }
    states = next;
  }
  return new Map(counted.values());
}

function isDone(step: Step | undefined, progress: Progress | undefined): boolean {
  return step !== undefined && Boolean(progress) && progress?.left === 0 && progress.gone >= leastWeeks(step);
}

/** Every state a week later: which steps begin, and how the hours of both pools are divided. */
function listNext(world: World, state: readonly Progress[], week: number): Progress[][] {
  const { steps, profile } = world;
  const isFinished = (step: Step): boolean => isDone(step, state[steps.indexOf(step)]);
  const open = steps.map((step, index) => state[index] === null && isOpen(world, step, isFinished));
  const after: Progress[][] = [];
  for (let set = 0; set < 1 << steps.length; set += 1) {
    if (steps.some((_, index) => (set >> index) & 1 && !open[index])) continue;
    const begun = state.map((progress, index): Progress => {
      const step = steps[index];
      return step && (set >> index) & 1 ? { left: studyHours(step), gone: 0 } : progress;
    });
    const underWay = steps.filter((step, index) => begun[index] && !isDone(step, begun[index]));
    const atWork = underWay.filter((step) => step.atWork).length;
    if (
      (underWay.length === 0 && !isOff(profile, week)) ||
      atWork > 2 ||
      underWay.length - atWork > profile.preferences.maxParallel
    )
      continue;
    const divided = divide(world, begun, isOff(profile, week));
    after.push(...divided.filter((made) => hasFirstHours(world, { set, made })));
  }
  return after;
}

/** A step with hours begins in a week in which it has some. */
function hasFirstHours({ steps }: World, { set, made }: { set: number; made: readonly Progress[] }): boolean {
  return steps.every(
    (step, index) =>
      !((set >> index) & 1) || studyHours(step) === 0 || made[index]?.left !== studyHours(step),
  );
}

function isOpen(world: World, step: Step, isFinished: (step: Step) => boolean): boolean {
  const { career, profile, steps } = world;
  const known = listTrue(world, isFinished);
  const isMet = (id: string): boolean => {
    const named = career.stepById.get(id);
    if (steps.some((other) => other.id === id && isFinished(other))) return true;
    return Boolean(
      named && named.kind !== 'certification' && named.teaches.every((canDo) => known.has(canDo)),
    );
  };
  const isPlaced = !step.atWork || profile.posts.some(({ current }) => current);
  return (
    isPlaced && listNeededCanDos(career, step).every((id) => known.has(id)) && step.needs.steps.every(isMet)
  );
}

/** Every division of a week's hours over the steps under way, each up to what it takes in a week. */
function divide({ steps, profile }: World, begun: readonly Progress[], off: boolean): Progress[][] {
  const { hoursPerWeek, workHoursPerWeek } = profile.preferences;
  let partial = [{ rest: off ? [0, 0] : [hoursPerWeek, workHoursPerWeek], made: [] as Progress[] }];
  for (const [index, step] of steps.entries()) {
    const progress = begun[index] ?? null;
    const pool = step.atWork ? 1 : 0;
    partial = partial.flatMap(({ rest, made }) => {
      if (!progress || isDone(step, progress)) return [{ rest, made: [...made, progress] }];
      const least = leastWeeks(step);
      const most = Math.min(progress.left, Math.ceil(studyHours(step) / least), rest[pool] ?? 0);
      const gone = Math.min(least, progress.gone + 1);
      return Array.from({ length: most + 1 }, (_, hours) => ({
        rest: rest.map((free, at) => (at === pool ? free - hours : free)),
        made: [...made, { left: progress.left - hours, gone }],
      }));
    });
  }
  // An hour more is never worse, so a division that leaves one that a step could take need not be tried.
  return partial
    .filter(({ rest, made }) =>
      steps.every((step, index) => {
        const [before, after] = [begun[index], made[index]];
        if (!before || !after || off || (rest[step.atWork ? 1 : 0] ?? 0) === 0 || after.left === 0)
          return true;
        return before.left - after.left === Math.ceil(studyHours(step) / leastWeeks(step));
      }),
    )
    .map(({ made }) => made);
}
