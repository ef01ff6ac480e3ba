import { profileSchema } from '@/lib/domain/climb/profile';
import { solve } from '@/lib/domain/climb/solve';
import { type ClimbStepDraft, makeClimbCareer } from '@/tests/support/climb/make-climb-career';
import { SeededRandom } from '@/tests/support/seeded-random';
import { chooseSize } from '../size';
import { round, time } from '../timing';

const SIZE = chooseSize({ full: 1000, quick: 200 });
const SKILLS = 10;
const LEVELS = 5;
const SEED = 7;

/** One career of a thousand steps and a thousand can-dos: how far its plan is above the bound, in which time and memory. */
export async function measureLargeCareer(): Promise<object[]> {
  const career = makeLargeCareer();
  const preferences = { start: '2026-12-07', hoursPerWeek: 10, optimiseFor: 'balanced' };
  const profile = profileSchema.parse({
    career: 'made-up',
    role: 'goal',
    levels: {},
    posts: [],
    preferences,
  });
  const [{ best }, milliseconds] = time(() => solve(career, profile, { effort: 'quick' }));
  const [stage] = best?.stages ?? [];
  const bound = stage?.solution.bound[0] ?? 0;
  const burden = stage?.solution.burden ?? Number.NaN;
  const above = (100 * (burden - bound)) / burden;
  const megabytes = process.memoryUsage().rss / 2 ** 20;
  return [
    {
      measure: `a career of ${SIZE} steps and ${SIZE} can-dos: least burden above its bound, seconds, memory`,
      bar: '2 %, 5 s, 500 MB',
      isMet: above <= 2 && milliseconds <= 5000 && megabytes < 500,
      'above the bound %': round(above),
      seconds: round(milliseconds / 1000),
      megabytes: Math.round(megabytes),
      'steps planned': stage?.solution.steps ?? 0,
    },
  ];
}

/** Skills of five levels; a can-do comes after others of the level below, and each is taught by a few of the steps. */
function makeLargeCareer() {
  const random = new SeededRandom(SEED);
  const perLevel = SIZE / SKILLS / LEVELS;
  const skills = Array.from({ length: SKILLS }, (_, index) => `skill-${index}`);
  const idOf = (skill: string, level: number, place: number): string => `${skill}-${level}-${place}`;
  const places = Array.from({ length: perLevel }, (_, place) => place);
  const canDos = Object.fromEntries(
    skills.map((skill) => [
      skill,
      Array.from({ length: LEVELS }, (_, index) => index + 1).flatMap((level) =>
        places.map((place) => {
          const after = level > 1 && random.chance(0.5) ? [idOf(skill, level - 1, random.pick(places))] : [];
          return [idOf(skill, level, place), level, after] as const;
        }),
      ),
    ]),
  );
  const all = Object.values(canDos)
    .flat()
    .map(([id, level]) => ({ id, level }));
  // Levels 4 and 5 come from work; the goal asks for three levels, of which everything is taught somewhere.
  const taught = all.filter(({ level }) => level <= 3);
  const steps = Array.from({ length: SIZE }, (_, index): ClimbStepDraft => {
    const first = taught[index % taught.length] ?? taught[0];
    const near = taught.filter(({ level }) => level === first?.level).map(({ id }) => id);
    const teaches = [...new Set([first?.id ?? '', ...random.sample(near, random.whole(1, 4))])];
    const cost = { amount: random.whole(1, 9) * 10, currency: 'GBP' as const, per: 'total' as const };
    return {
      id: `step-${index}`,
      kind: 'project',
      teaches,
      hours: random.whole(4, 40),
      weeks: random.whole(1, 4),
      cost: random.chance(0.2) ? cost : null,
      assessed: 'hands-on',
    };
  });
  return makeClimbCareer({
    canDos,
    families: { make: [] },
    roles: { goal: Object.fromEntries(skills.map((skill) => [skill, 3 as const])) },
    posts: [{ id: 'goal', family: 'make', rank: 1, role: 'goal', teaches: [all[0]?.id ?? ''] }],
    steps,
    experience: {},
  });
}
