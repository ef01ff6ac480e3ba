import { profileSchema } from '@/lib/domain/climb/profile';
import { solve } from '@/lib/domain/climb/solve';
import { makeClimbCareer } from '@/tests/support/climb/make-climb-career';
import { time } from '../timing';

/**
 * Jobs of instance j301_1 of PSPLIB (Kolisch & Sprecher 1996, European Journal of Operational Research 96): duration, what
 * it takes of each of four resources, and the jobs that come after it. Numbers alone; jobs 1 and 32 are begin and end.
 */
const JOBS: readonly (readonly [duration: number, uses: readonly number[], successors: readonly number[]])[] =
  [
    [0, [0, 0, 0, 0], [2, 3, 4]],
    [8, [4, 0, 0, 0], [6, 11, 15]],
    [4, [10, 0, 0, 0], [7, 8, 13]],
    [6, [0, 0, 0, 3], [5, 9, 10]],
    [3, [3, 0, 0, 0], [20]],
    [8, [0, 0, 0, 8], [30]],
    [5, [4, 0, 0, 0], [27]],
    [9, [0, 1, 0, 0], [12, 19, 27]],
    [2, [6, 0, 0, 0], [14]],
    [7, [0, 0, 0, 1], [16, 25]],
    [9, [0, 5, 0, 0], [20, 26]],
    [2, [0, 7, 0, 0], [14]],
    [6, [4, 0, 0, 0], [17, 18]],
    [3, [0, 8, 0, 0], [17]],
    [9, [3, 0, 0, 0], [25]],
    [10, [0, 0, 0, 5], [21, 22]],
    [6, [0, 0, 0, 8], [22]],
    [5, [0, 0, 0, 7], [20, 22]],
    [3, [0, 1, 0, 0], [24, 29]],
    [7, [0, 10, 0, 0], [23, 25]],
    [2, [0, 0, 0, 6], [28]],
    [7, [2, 0, 0, 0], [23]],
    [2, [3, 0, 0, 0], [24]],
    [3, [0, 9, 0, 0], [30]],
    [3, [4, 0, 0, 0], [30]],
    [7, [0, 0, 4, 0], [31]],
    [8, [0, 0, 0, 7], [28]],
    [3, [0, 8, 0, 0], [31]],
    [7, [0, 7, 0, 0], [32]],
    [2, [0, 7, 0, 0], [32]],
    [2, [0, 0, 2, 0], [32]],
    [0, [0, 0, 0, 0], []],
  ];
const CAPACITIES = [12, 13, 4, 12];
/** With all four resources at once, as published (PSPLIB, j30opt). */
const PUBLISHED = 43;

/**
 * The instance as a stage of one pool and a fixed selection: weeks for its periods, hours for one of its resources at a
 * time. A stage lets hours of a step wait for others, so it may end sooner than the instance, and never later than its
 * optimum, nor before its longest chain.
 */
export async function measureBesidePsplib(): Promise<object[]> {
  const chain = findLongestChain();
  const rows = CAPACITIES.map((capacity, resource) => {
    const [{ best }, milliseconds] = time(() =>
      solve(makeCareer(resource), makeProfile(capacity), { effort: 'quick' }),
    );
    const solution = best?.stages[0]?.solution;
    return {
      what: `j301_1 with its resource ${resource + 1} alone`,
      weeks: best?.weeks ?? Number.NaN,
      'proved least': solution?.lowerWeeks ?? Number.NaN,
      milliseconds: Math.round(milliseconds),
    };
  });
  const isWithin = rows.every(({ weeks }) => chain <= weeks && weeks <= PUBLISHED);
  return [
    {
      measure:
        'PSPLIB j301_1 as a stage, one resource at a time: weeks between the longest chain and the published optimum',
      bar: `${chain} to ${PUBLISHED}`,
      isMet: isWithin,
      weeks: rows.map(({ weeks }) => weeks).join(' '),
      'published for all four': PUBLISHED,
      'longest chain': chain,
    },
    ...rows,
  ];
}

function findLongestChain(): number {
  const from = (job: number): number => {
    const [duration = 0, , successors = []] = JOBS[job - 1] ?? [];
    return duration + Math.max(0, ...successors.map(from));
  };
  return from(1);
}

function makeProfile(hoursPerWeek: number) {
  const preferences = { start: '2026-12-07', hoursPerWeek, maxParallel: 10, optimiseFor: 'fastest' };
  return profileSchema.parse({ career: 'made-up', role: 'goal', levels: {}, posts: [], preferences });
}

function makeCareer(resource: number) {
  const jobs = JOBS.map(([duration, uses, successors], index) => ({
    job: index + 1,
    duration,
    uses,
    successors,
  }));
  const real = jobs.filter(({ duration }) => duration > 0);
  const before = (job: number): string[] =>
    real.filter(({ successors }) => successors.includes(job)).map((other) => `done-${other.job}`);
  return makeClimbCareer({
    canDos: { craft: real.map(({ job }) => [`done-${job}`, 1, before(job)] as const) },
    families: { make: [] },
    roles: { goal: { craft: 1 } },
    posts: [{ id: 'goal', family: 'make', rank: 1, role: 'goal', teaches: ['done-2'] }],
    steps: real.map(({ job, duration, uses }) => ({
      id: `job-${job}`,
      kind: 'project',
      teaches: [`done-${job}`],
      hours: (uses[resource] ?? 0) * duration,
      weeks: duration,
      cost: null,
      assessed: 'hands-on',
    })),
    experience: {},
  });
}
