import type { Career } from '@/lib/domain/career/career';
import type { Objective, Profile } from '@/lib/domain/climb/profile';
import { solve } from '@/lib/domain/climb/solve';
import type { SolvedStage, WaySolution } from '@/lib/domain/climb/solve-way';
import { compareVectors } from '../planning-rules';
import { bruteForceFrom, findReadyWeek, listPlayable, standAfter, standAtFirst } from './brute-force';
import type { Footing } from './footing';
import { orderFigures } from './objectives';
import { findPost, listNeededCanDos } from './person';

/** A stage of a plan beside the best of all that there are from where the stage before it left the person. */
export type ComparedStage = {
  what: string;
  isProved: boolean;
  /** Negative, zero or positive as its vector is better than the best there is, the same or worse. */
  difference: number;
  /** How many weeks its least ones are above the least there are, or above those that have to be waited for. */
  weeksAbove: number;
  /** Whether what is said to be the least that it could come to is no more than the best. */
  isBelow: boolean;
};

export type ComparedCareer = {
  stages: ComparedStage[];
  /** Ways of which it is said, and rightly or not, that nothing leads along them. */
  impossible: { what: string; isRight: boolean }[];
};

/** Every way of a small career under an objective, stage by stage, beside a search of all plans of the stage. */
export function compareStages(career: Career, base: Profile, optimiseFor: Objective): ComparedCareer {
  const profile = { ...base, preferences: { ...base.preferences, optimiseFor } };
  const { best, others, failed } = solve(career, profile, { effort: 'full' });
  const stages = [...(best ? [best] : []), ...others].flatMap((way) => compareWay(career, profile, way));
  const impossible = failed
    .filter(({ failed: { isProved } }) => isProved)
    .map(({ way: { posts } }) => ({
      what: posts.join(' > '),
      isRight: !canReach(career, profile, [...posts, profile.role]),
    }));
  return { stages, impossible };
}

function compareWay(career: Career, profile: Profile, { stages }: WaySolution): ComparedStage[] {
  let footing: Footing | null = null;
  let last: SolvedStage | null = null;
  return stages.map((stage) => {
    const { solution } = stage;
    const next = findPost(career, solution.model.until);
    if (!next) throw new RangeError(`there is no post ${solution.model.until}`);
    footing =
      footing && last
        ? standAfter(footing, { ready: last.solution.ready, finished: listFinished(last), next })
        : standAtFirst({ career, profile, next });
    last = stage;
    return compareStage(footing, stage);
  });
}

function listFinished({ solution: { model, placements } }: SolvedStage): Map<string, number> {
  return new Map(
    placements.map(({ step, start, weeks }) => [model.steps[step]?.id ?? '', start + weeks] as const),
  );
}

function compareStage(footing: Footing, { solution }: SolvedStage): ComparedStage {
  const { optimiseFor, hourWorth } = footing.profile.preferences;
  const found = bruteForceFrom(footing);
  const what = `${footing.post?.id ?? 'no post'} > ${footing.next.id}`;
  const { ready, pence, hours, steps, bestWeeks, bound, isProved } = solution;
  if (!found) return { what, isProved, difference: -1, weeksAbove: 0, isBelow: false };
  const weeks = ready - footing.start;
  const reached = orderFigures(optimiseFor, { weeks, cost: pence / 100, hours, steps, hourWorth });
  const least = found.best[optimiseFor];
  // Bounds are in pence where the vector has pounds.
  const inPence = least.map((value, place) =>
    isMoney(optimiseFor, place) ? Math.round(100 * value) : value,
  );
  return {
    what,
    isProved,
    difference: compareVectors(reached, least),
    weeksAbove: Math.max(0, bestWeeks - Math.max(found.leastWeeks, footing.wait - footing.start)),
    isBelow: compareVectors(bound, inPence) <= 0,
  };
}

const MONEY: Readonly<Record<Objective, number>> = {
  fastest: 1,
  balanced: 0,
  cheapest: 0,
  fewest: 2,
  lightest: 1,
};

function isMoney(objective: Objective, place: number): boolean {
  return MONEY[objective] === place;
}

/** Whether every post of a way can be reached when neither hours nor weeks count. */
function canReach(career: Career, profile: Profile, ids: readonly string[]): boolean {
  let footing: Footing | null = null;
  for (const id of ids) {
    const next = findPost(career, id);
    if (!next) throw new RangeError(`there is no post ${id}`);
    footing = footing
      ? standAfter(footing, { ready: 0, finished: new Map([...footing.finished]), next })
      : standAtFirst({ career, profile, next });
    const finished = growAll(footing);
    const steps = listPlayable(footing).filter((step) => finished.has(step.id));
    if (!Number.isFinite(findReadyWeek(footing, steps))) return false;
    footing = { ...footing, finished };
  }
  return true;
}

/** All steps that can be finished in a stage, however long it takes. */
function growAll(footing: Footing): Map<string, number> {
  const { career, trueFrom } = footing;
  const finished = new Map(footing.finished);
  const known = new Set(trueFrom.keys());
  for (let size = -1; size !== finished.size; ) {
    size = finished.size;
    for (const step of listPlayable({ ...footing, finished })) {
      const areNamedMet = step.needs.steps.every((id) => {
        const named = career.stepById.get(id);
        const isTaught = named?.kind !== 'certification' && named?.teaches.every((canDo) => known.has(canDo));
        return finished.has(id) || isTaught;
      });
      if (!areNamedMet || !listNeededCanDos(career, step).every((id) => known.has(id))) continue;
      finished.set(step.id, 0);
      for (const id of step.teaches) known.add(id);
    }
  }
  return finished;
}
