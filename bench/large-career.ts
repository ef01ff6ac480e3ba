import type { Career, Price, StepKind } from '@/lib/domain/catalogue';
import { makeCareer, type StepDraft } from '@/tests/support/make-career';
import { SeededRandom } from './seeded-random';

const CURRENCIES = ['GBP', 'GBP', 'USD', 'EUR'] as const;
const HOLDINGS = ['bachelors-related', 'in-post', 'certificate'];
const STUDY_KINDS: readonly StepKind[] = [
  'certification',
  'course',
  'course',
  'course',
  'project',
  'practice',
];

/**
 * Makes a career of the given size in which every level of every skill can be reached in several ways, to measure
 * how the planner grows. The same seed gives the same career, and it passes every check of a career folder.
 */
export function generateLargeCareer({
  steps: stepCount = 1000,
  skills: skillCount = 40,
  seed,
}: {
  steps?: number;
  skills?: number;
  seed: number;
}): Career {
  const random = new SeededRandom(seed);
  const skills = Array.from({ length: skillCount }, (_, index) => `skill-${index}`);
  const steps: StepDraft[] = [];
  for (let index = 0; index < stepCount; index += 1)
    steps.push(generateStep(random, { index, skills, steps }));
  const idsOf = (kind: StepKind): string[] =>
    steps.filter((step) => step.kind === kind).map((step) => step.id);
  const roles = Array.from({ length: 8 }, (_, index) => [
    `role-${index}`,
    Object.fromEntries(skills.map((skill) => [skill, random.whole(0, 4)])),
  ]);
  return makeCareer({
    id: 'large',
    skills,
    roles: Object.fromEntries(roles),
    steps,
    holdings: HOLDINGS,
    requirements: [
      {
        id: 'certified',
        heldBy: ['certificate'],
        anyOf: random.sample(idsOf('certification'), 12).map((id) => [id]),
      },
      { id: 'experienced', heldBy: ['in-post'], anyOf: idsOf('entry-role').map((id) => [id]) },
    ],
    occupation: [...idsOf('degree'), ...idsOf('entry-role')],
    needsPost: random.sample(idsOf('practice'), 40),
    postHeldBy: ['in-post'],
    postFrom: idsOf('entry-role'),
  });
}

function generateStep(
  random: SeededRandom,
  { index, skills, steps }: { index: number; skills: readonly string[]; steps: readonly StepDraft[] },
): StepDraft {
  const kind = index % 50 === 0 ? 'entry-role' : index % 50 === 25 ? 'degree' : random.pick(STUDY_KINDS);
  const isOccupation = kind === 'entry-role' || kind === 'degree';
  const main = index % skills.length;
  const rung = isOccupation ? 0 : Math.floor(index / skills.length) % 5;
  const others = skills.filter((_, other) => other !== main);
  const side = random.sample(others, isOccupation ? 3 : random.pick([0, 0, 1, 2]));
  const paid: Price = {
    amount: random.whole(1, 60) * (kind === 'degree' ? 400 : 10),
    currency: random.pick(CURRENCIES),
    per: 'total',
  };
  const price =
    kind !== 'entry-role' && random.chance(0.9) ? { [random.chance(0.7) ? 'cost' : 'estimate']: paid } : {};
  const earlier = steps.filter((step) => step.raises[0]?.[1] === rung && step.kind !== 'degree');
  return {
    id: `step-${index}`,
    kind,
    raises: [
      [skills[main] ?? '', rung, isOccupation ? 2 : rung + 1] as const,
      ...side.map((skill) => {
        const from = isOccupation ? 0 : random.whole(0, Math.min(4, rung + 1));
        return [skill, from, from + 1] as const;
      }),
    ],
    hours: isOccupation ? null : random.whole(5, 120),
    weeks: isOccupation ? random.whole(40, 160) : random.chance(0.5) ? random.whole(1, 26) : null,
    ...price,
    prerequisites:
      !isOccupation && earlier.length > 0 && random.chance(0.08) ? [random.pick(earlier).id] : [],
  };
}
