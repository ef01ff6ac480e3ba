import { type Career, type Role, STEP_KINDS } from '@/lib/domain/catalogue';
import { addDays } from '@/lib/domain/day';
import { type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { SeededRandom } from './seeded-random';

/**
 * Makes profiles for measuring the planner: every role in turn, levels from none to one rung below, 3–20 hours
 * a week, with and without budget, deadline, holdings, region, pins, exclusions and done steps.
 * The same career, count and seed give the same profiles.
 */
export function generateProfiles(
  career: Career,
  { count, seed }: { count: number; seed: number },
): Profile[] {
  const random = new SeededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const role = career.roles[index % career.roles.length];
    if (!role) throw new RangeError('a career without roles has no profiles');
    return generateProfile(career, role, random);
  });
}

function generateProfile(career: Career, role: Role, random: SeededRandom): Profile {
  const region = random.pick(['UK', 'UK', 'US', 'any'] as const);
  const start = addDays('2026-12-07', 7 * random.whole(0, 26));
  const open = career.steps.filter(
    (step) => step.status === 'active' && (step.region === 'any' || step.region === region),
  );
  const ids = open.map((step) => step.id);
  return profileSchema.parse({
    career: career.id,
    role: role.id,
    levels: generateLevels(career, role, random),
    holdings: career.holdings.filter(() => random.chance(0.15)).map((holding) => holding.id),
    done: random.chance(0.3) ? random.sample(ids, random.whole(1, 4)) : [],
    preferences: {
      start,
      hoursPerWeek: random.whole(3, 20),
      maxParallel: random.whole(1, 5),
      budget: random.chance(0.4)
        ? { amount: random.whole(4, 600) * 50, currency: random.pick(['GBP', 'GBP', 'USD', 'EUR']) }
        : null,
      deadline: random.chance(0.3) ? addDays(start, 7 * random.whole(52, 416)) : null,
      region,
      optimiseFor: random.pick(['balanced', 'fastest', 'cheapest', 'fewest']),
      pinned: random.chance(0.15) ? random.sample(ids, random.whole(1, 2)) : [],
      excluded: random.chance(0.25) ? random.sample(ids, random.whole(1, 3)) : [],
      excludedKinds: random.chance(0.15) ? [random.pick(STEP_KINDS)] : [],
    },
  });
}

/** Levels between none and one rung below the role: both ends often, anything between them otherwise. */
function generateLevels(career: Career, role: Role, random: SeededRandom): Record<string, number> {
  const below = career.roles.find((other) => role.rung !== null && other.rung === role.rung - 1);
  const closeness = random.pick([0, 0.25, 0.5, 0.75, 1]);
  const levels: Record<string, number> = {};
  for (const { id } of career.skills) {
    const target = role.targets[id] ?? 0;
    const ceiling = below ? (below.targets[id] ?? 0) : Math.max(0, target - 1);
    const level = Math.min(ceiling, Math.floor(ceiling * closeness + random.fraction()));
    if (level > 0 || random.chance(0.8)) levels[id] = level;
  }
  return levels;
}
