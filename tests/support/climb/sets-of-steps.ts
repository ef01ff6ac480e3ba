import type { Step } from '@/lib/domain/career/schema';
import { leastWeeks } from '../planning-rules';
import type { Footing } from './footing';
import { isOff } from './hour-rules';
import { listNeededCanDos, studyHours } from './person';

/** How far a step is: hours left and weeks gone of its least, or not begun. */
type Progress = { left: number; gone: number } | null;
type World = { footing: Footing; steps: readonly Step[]; lastRelease: number };

/** The first week by which each set of steps can be carried out whole, week by week over all states. */
export function countWeeksOfSets(
  footing: Footing,
  steps: readonly Step[],
): { indices: readonly number[]; week: number }[] {
  // Until the last thing has come by itself, waiting may be of use.
  const lastRelease = Math.max(footing.start, ...footing.trueFrom.values());
  const world = { footing, steps, lastRelease };
  const counted = new Map<string, { indices: number[]; week: number }>();
  let states = new Map<string, Progress[]>([['', steps.map(() => null)]]);
  for (let week = footing.open; states.size > 0; week += 1) {
    const next = new Map<string, Progress[]>();
    for (const state of states.values()) {
      const indices = state.flatMap((progress, index) => (progress ? [index] : []));
      const key = indices.join();
      const isWhole = indices.every((index) => isDone(steps[index], state[index]));
      if (isWhole && !counted.has(key)) counted.set(key, { indices, week });
      for (const after of listNext(world, state, week)) next.set(JSON.stringify(after), after);
    }
    states = next;
  }
  return [...counted.values()];
}

function isDone(step: Step | undefined, progress: Progress | undefined): boolean {
  return step !== undefined && Boolean(progress) && progress?.left === 0 && progress.gone >= leastWeeks(step);
}

/** Every state a week later: which steps begin, and how the hours of both pools are divided. */
function listNext(world: World, state: readonly Progress[], week: number): Progress[][] {
  const { steps, footing, lastRelease } = world;
  const { profile } = footing;
  const isFinished = (step: Step): boolean => isDone(step, state[steps.indexOf(step)]);
  const open = steps.map((step, index) => state[index] === null && isOpen(world, { step, week, isFinished }));
  const after: Progress[][] = [];
  for (let set = 0; set < 1 << steps.length; set += 1) {
    if (steps.some((_, index) => (set >> index) & 1 && !open[index])) continue;
    const begun = state.map((progress, index): Progress => {
      const step = steps[index];
      return step && (set >> index) & 1 ? { left: studyHours(step), gone: 0 } : progress;
    });
    const underWay = steps.filter((step, index) => begun[index] && !isDone(step, begun[index]));
    const atWork = underWay.filter((step) => step.atWork).length;
    const isIdle = underWay.length === 0 && !isOff(profile, week) && week >= lastRelease;
    if (isIdle || atWork > 2 || underWay.length - atWork > profile.preferences.maxParallel) continue;
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

function isOpen(
  { footing, steps }: World,
  { step, week, isFinished }: { step: Step; week: number; isFinished: (step: Step) => boolean },
): boolean {
  const { career, trueFrom, finished, start } = footing;
  const isTrue = (id: string): boolean =>
    (trueFrom.get(id) ?? Number.POSITIVE_INFINITY) <= week ||
    steps.some((other) => other.teaches.includes(id) && isFinished(other));
  const isMet = (id: string): boolean => {
    if (finished.has(id) || steps.some((other) => other.id === id && isFinished(other))) return true;
    const named = career.stepById.get(id);
    return Boolean(named && named.kind !== 'certification' && named.teaches.every(isTrue));
  };
  return (
    (!step.atWork || week >= start) &&
    listNeededCanDos(career, step).every(isTrue) &&
    step.needs.steps.every(isMet)
  );
}

/** Every division of a week's hours over the steps under way, each up to what it takes in a week. */
function divide({ steps, footing }: World, begun: readonly Progress[], off: boolean): Progress[][] {
  const { hoursPerWeek, workHoursPerWeek } = footing.profile.preferences;
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
