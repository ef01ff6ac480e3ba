import type { Career } from '@/lib/domain/catalogue';
import { addDays } from '@/lib/domain/day';
import { OBJECTIVES, type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { type CareerDraft, makeCareer, type StepDraft } from '@/tests/support/make-career';
import { SeededRandom } from './seeded-random';

export type SmallInstance = { career: Career; profile: Profile };

const START = '2026-12-07';
const HOLDINGS = ['bachelors-related', 'in-post', 'certificate'];
const STUDY_KINDS = ['course', 'project', 'practice', 'certification'] as const;
const CURRENCIES = ['GBP', 'USD', 'EUR'] as const;

/**
 * Makes a random career of at most `steps` steps with a profile for it, small enough for exhaustive search and
 * using every rule of planning: occupations, posts, degrees, groups, regions, holdings, limits, pins, done steps.
 */
export function generateSmallInstance({ seed, steps: most }: { seed: number; steps: number }): SmallInstance {
  const random = new SeededRandom(seed);
  const draft = generateDraft(random, random.whole(Math.min(3, most), most));
  const career = makeCareer(draft);
  return { career, profile: generateProfile(draft, random) };
}

function generateDraft(random: SeededRandom, count: number): CareerDraft {
  const skills = ['alpha', 'beta', 'gamma'].slice(0, random.whole(1, 3));
  const names = shuffle(random, 'abcdefghijkl'.slice(0, count).split(''));
  const occupation: string[] = [];
  const steps: StepDraft[] = [];
  for (const id of names) {
    const step = generateStep(random, { id, skills, earlier: steps });
    if (step.kind === 'degree' || step.kind === 'entry-role') occupation.push(id);
    steps.push(step);
  }
  const entryRoles = steps.filter((step) => step.kind === 'entry-role').map((step) => step.id);
  const study = names.filter((id) => !occupation.includes(id));
  const groups = (): string[][] =>
    Array.from({ length: random.whole(1, 4) }, () =>
      shuffle(random, random.sample(names, random.whole(1, 2))),
    );
  return {
    skills,
    roles: { goal: Object.fromEntries(skills.map((skill) => [skill, random.pick([0, 1, 2, 2, 3])])) },
    steps,
    holdings: HOLDINGS,
    requirements: [
      ...(random.chance(0.5) ? [{ id: 'one', heldBy: random.sample(HOLDINGS, 1), anyOf: groups() }] : []),
      ...(random.chance(0.2) ? [{ id: 'two', heldBy: [], anyOfByRole: { goal: groups() } }] : []),
    ],
    occupation,
    needsHolding: Object.fromEntries(
      random.sample(names, random.chance(0.2) ? 1 : 0).map((id) => [id, ['certificate']]),
    ),
    needsPost: random.chance(entryRoles.length > 0 ? 0.5 : 0.05) ? random.sample(study, 2) : [],
    postHeldBy: ['in-post'],
    postFrom: entryRoles,
  };
}

function generateStep(
  random: SeededRandom,
  { id, skills, earlier }: { id: string; skills: readonly string[]; earlier: readonly StepDraft[] },
): StepDraft {
  const isOccupation = random.chance(0.25);
  const kind = isOccupation
    ? random.pick(['entry-role', 'entry-role', 'degree'] as const)
    : random.pick(STUDY_KINDS);
  const main = skills[earlier.length % skills.length] ?? random.pick(skills);
  const rung = Math.floor(earlier.length / skills.length) % 3;
  const side = random.chance(0.35) ? skills.filter((skill) => skill !== main) : [];
  const price = {
    amount: random.pick([0, 5, 10, 10, 20, 70.5]),
    currency: random.pick(['GBP', 'GBP', ...CURRENCIES] as const),
    per: random.pick(['total', 'total', 'total', 'year', 'month'] as const),
  };
  return {
    id,
    kind,
    raises: [
      [main, rung, Math.min(3, rung + random.pick([1, 1, 2]))] as const,
      ...random.sample(side, 1).map((skill) => {
        const from = random.pick([0, 0, 0, 1, 2]);
        return [skill, from, from + 1] as const;
      }),
    ],
    hours: isOccupation ? null : random.whole(1, 8),
    weeks: random.chance(0.3) ? null : random.whole(1, 5),
    ...(random.chance(0.8) ? { [random.chance(0.7) ? 'cost' : 'estimate']: price } : {}),
    prerequisites: earlier.length > 0 && random.chance(0.2) ? [random.pick(earlier).id] : [],
    region: random.pick(['any', 'any', 'any', 'any', 'any', 'any', 'any', 'UK', 'US'] as const),
    status: 'active',
  };
}

function generateProfile(draft: CareerDraft, random: SeededRandom): Profile {
  const ids = draft.steps.map((step) => step.id);
  const done = random.chance(0.2) ? random.sample(ids, 1) : [];
  return profileSchema.parse({
    career: 'made-up',
    role: 'goal',
    levels: Object.fromEntries(draft.skills.map((skill) => [skill, random.pick([0, 0, 0, 1])])),
    holdings: HOLDINGS.filter(() => random.chance(0.15)),
    done,
    preferences: {
      start: START,
      hoursPerWeek: random.whole(1, 4),
      maxParallel: random.whole(1, 3),
      budget: random.chance(0.3) ? { amount: random.whole(0, 120), currency: random.pick(CURRENCIES) } : null,
      deadline: random.chance(0.25) ? addDays(START, random.whole(2, 20) * 7 - random.whole(0, 1)) : null,
      region: random.pick(['UK', 'UK', 'US', 'any']),
      optimiseFor: random.pick(OBJECTIVES),
      pinned: random.chance(0.15) ? random.sample(ids, 1).filter((id) => !done.includes(id)) : [],
      excluded: random.chance(0.15) ? random.sample(ids, 1) : [],
      excludedKinds: random.chance(0.05) ? ['practice'] : [],
    },
  });
}

function shuffle<T>(random: SeededRandom, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, key: random.fraction() }))
    .sort((left, right) => left.key - right.key)
    .map(({ value }) => value);
}
