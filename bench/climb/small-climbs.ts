import { profileSchema } from '@/lib/domain/climb/profile';
import { makeClimbCareer } from '@/tests/support/climb/make-climb-career';
import { SeededRandom } from '@/tests/support/seeded-random';
import { CAN_DOS, generatePreferences, generateSteps, type SmallStage } from './small-stages';

/**
 * Makes a small career with a post between the person and the goal, which shows some of what is asked: reached from a post
 * of rank 0, then it is the only way, or without any, then the goal can be reached at once too.
 */
export function generateSmallClimb(seed: number): SmallStage {
  const random = new SeededRandom(seed);
  const isInWork = random.chance(0.6);
  const [lower, upper] = isInWork ? ([1, 2] as const) : ([0, 1] as const);
  const ids = CAN_DOS.map(([id]) => id);
  const { canDos, steps } = generateSteps(random, { least: 2, most: 5, isAtWork: () => random.chance(0.3) });
  const asksToSee = () =>
    random.chance(0.4)
      ? {
          count: 1,
          of: random.sample(
            steps.map(({ id }) => id),
            2,
          ),
        }
      : null;
  const teaching = () => random.sample(ids, random.whole(1, 3));
  const career = makeClimbCareer({
    canDos: { craft: canDos },
    families: { make: [] },
    roles: { goal: { craft: random.pick([2, 3] as const) } },
    posts: [
      {
        id: 'goal',
        family: 'make',
        rank: upper,
        role: 'goal',
        teaches: ['a'],
        asksToSee: asksToSee(),
      },
      {
        id: 'between',
        family: 'make',
        rank: lower,
        hireAt: random.sample(ids.slice(0, 4), random.whole(1, 2)),
        teaches: teaching(),
        tenureWeeks: random.whole(2, 7),
        searchWeeks: random.whole(1, 3),
        asksToSee: asksToSee(),
      },
      {
        id: 'present',
        family: 'make',
        hireAt: [],
        teaches: teaching(),
        tenureWeeks: random.whole(2, 8),
        offered: false,
      },
    ],
    steps,
    experience: {},
  });
  const profile = profileSchema.parse({
    career: 'made-up',
    role: 'goal',
    levels: { craft: random.pick([0, 0, 1] as const) },
    posts: isInWork ? [{ post: 'present', weeks: random.whole(0, 9), current: true }] : [],
    preferences: generatePreferences(random),
  });
  return { career, profile };
}
