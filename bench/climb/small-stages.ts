import type { Career } from '@/lib/domain/career/career';
import { type Profile, profileSchema } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import { type ClimbStepDraft, makeClimbCareer } from '@/tests/support/climb/make-climb-career';
import { SeededRandom } from '@/tests/support/seeded-random';

export type SmallStage = { career: Career; profile: Profile };

const START = '2026-12-07';
export const CAN_DOS = [
  ['a', 1],
  ['b', 1],
  ['c', 2],
  ['d', 2],
  ['e', 3],
  ['f', 3],
] as const;

/**
 * Makes a career whose goal is one stage away, of at most six steps, and a person for it: can-dos that come after
 * each other, steps that need each other, both pools, a certificate, work to show and weeks off.
 */
export function generateSmallStage(seed: number): SmallStage {
  const random = new SeededRandom(seed);
  const isInWork = random.chance(0.6);
  const { canDos, steps } = generateSteps(random, {
    least: 3,
    most: 6,
    isAtWork: () => isInWork && random.chance(0.4),
  });
  const ids = steps.map(({ id }) => id);
  const career = makeClimbCareer({
    canDos: { craft: canDos },
    families: { make: [] },
    roles: { goal: { craft: random.pick([1, 2, 3] as const) } },
    posts: [
      {
        id: 'goal',
        family: 'make',
        rank: 1,
        role: 'goal',
        teaches: ['a'],
        asksToSee: !isInWork && random.chance(0.4) ? { count: 1, of: random.sample(ids, 3) } : null,
      },
      { id: 'present', family: 'make', hireAt: [], teaches: ['a'], tenureWeeks: 1, offered: false },
    ],
    steps,
    experience: {},
    ...(random.chance(0.3) ? { certificates: { goal: random.sample(ids, 2).map((id) => [id]) } } : {}),
  });
  const profile = profileSchema.parse({
    career: 'made-up',
    role: 'goal',
    levels: { craft: random.pick([0, 0, 1] as const) },
    posts: isInWork ? [{ post: 'present', weeks: 10, current: true }] : [],
    preferences: generatePreferences(random),
  });
  return { career, profile };
}

type Size = { least: number; most: number; isAtWork: () => boolean };

/** Can-dos that come after each other, and steps that teach them and need each other. */
export function generateSteps(random: SeededRandom, { least, most, isAtWork }: Size) {
  const canDos = CAN_DOS.map(([id, level], index) => {
    const before = CAN_DOS.slice(0, index).map(([first]) => first);
    const after = before.length > 0 && random.chance(0.3) ? [random.pick(before)] : [];
    return [id, level, after] as const;
  });
  const steps = Array.from({ length: random.whole(least, most) }, (_, index) =>
    generateStep(index, random, isAtWork()),
  );
  for (const [index, step] of steps.entries())
    if (index > 0 && random.chance(0.2))
      step.needs = { ...step.needs, steps: [`s${random.whole(0, index - 1)}`] };
  if (random.chance(0.9)) teachAll(steps, random);
  return { canDos, steps };
}

/** Sees to it that every can-do is taught somewhere, or hardly any of these careers would have a plan. */
function teachAll(steps: readonly ClimbStepDraft[], random: SeededRandom): void {
  for (const [id] of CAN_DOS)
    if (!steps.some(({ teaches }) => teaches.includes(id))) random.pick(steps).teaches.push(id);
}

function generateStep(index: number, random: SeededRandom, atWork: boolean): ClimbStepDraft {
  return {
    id: `s${index}`,
    kind: random.pick(['course', 'project', 'practice', 'certification'] as const),
    teaches: random.sample(
      CAN_DOS.map(([id]) => id),
      random.whole(1, 3),
    ),
    hours: random.whole(0, 5),
    weeks: random.whole(1, 3),
    cost: random.chance(0.5) ? { amount: random.whole(1, 8) * 10, currency: 'GBP', per: 'total' } : null,
    atWork,
    assessed: atWork ? 'work' : 'hands-on',
    needs: { post: atWork ? { families: 'any', rank: 0 } : null },
  };
}

/** Few hours of both pools, and now and then a week off. */
export function generatePreferences(random: SeededRandom): object {
  const from = addDays(START, 7 * random.whole(0, 4));
  return {
    start: START,
    hoursPerWeek: random.whole(2, 4),
    workHoursPerWeek: random.whole(1, 3),
    maxParallel: random.whole(1, 3),
    hourWorth: random.pick([0, 10, 25] as const),
    weeksOff: random.chance(0.3) ? [{ from, to: addDays(from, 6) }] : [],
  };
}
