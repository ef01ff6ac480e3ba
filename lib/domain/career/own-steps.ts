import type { Level } from '../catalogue';
import { findNotBelieved } from './believed';
import type { Career, OwnStepFacts } from './career';
import type { Step } from './schema';

/**
 * The career with a person's own steps beside the catalogue's, which the planner then treats as it does those.
 * A can-do that the career does not know, or that no step of its kind is believed for, is left out.
 */
export function withOwnSteps(career: Career, ownSteps: readonly OwnStepFacts[]): Career {
  if (ownSteps.length === 0) return career;
  const steps = [...career.steps, ...ownSteps.map((own) => toStep(career, own))];
  return { ...career, steps, ownSteps, stepById: new Map(steps.map((step) => [step.id, step])) };
}

/** A person's own step as it is stored. Those of the first edition raise skills by levels and teach nothing by name. */
export type StoredOwnStep = Omit<OwnStepFacts, 'teaches' | 'atWork'> & {
  raises: readonly { skill: string; from: Level; to: Level }[];
  teaches: readonly string[] | null;
  pool: 'work' | null;
};

/** A step as it is planned with: one that raises a skill from a level to another teaches all between. */
export function toOwnStepFacts(
  career: Career,
  { raises, teaches, pool, ...step }: StoredOwnStep,
): OwnStepFacts {
  return { ...step, teaches: teaches ?? listTaughtByRaises(career, raises), atWork: pool === 'work' };
}

/** The can-dos of the levels that a step raises, by which one of the first edition is read. */
export function listTaughtByRaises(career: Career, raises: StoredOwnStep['raises']): string[] {
  return career.canDos
    .filter(({ skill, level }) =>
      raises.some((raise) => raise.skill === skill && raise.from < level && level <= raise.to),
    )
    .map(({ id }) => id);
}

function toStep(career: Career, own: OwnStepFacts): Step {
  const { atWork } = own;
  const step: Step = {
    id: own.id,
    kind: own.kind,
    title: own.title,
    provider: 'A step of your own',
    description: own.title,
    brief: null,
    url: own.url,
    urlOpened: null,
    effortHours: own.hours || null,
    effortRange: null,
    durationWeeks: own.weeks || null,
    durationRange: null,
    cost: own.cost ? { ...own.cost, per: 'total' } : { amount: 0, currency: 'GBP', per: 'total' },
    costNote: null,
    validityMonths: null,
    expires: null,
    teaches: [],
    needs: {
      canDo: [],
      steps: [...own.prerequisites],
      holding: null,
      post: atWork ? { families: 'any', rank: 0 } : null,
    },
    assessed: atWork ? 'work' : 'hands-on',
    atWork,
    fullTime: false,
    platform: null,
    recommended: [],
    planning: { hours: own.hours, weeks: Math.max(1, own.weeks), basis: 'source', cost: null },
    status: own.retiredAt === null ? 'active' : 'retired',
    statusNote: null,
    availableFrom: null,
    availableUntil: null,
    successor: null,
    region: 'any',
    notes: null,
    evidence: { price: null, length: null, validity: null },
    checked: null,
    sources: [],
  };
  const known = own.teaches.filter((id) => career.canDoById.has(id));
  const notBelieved = new Set(findNotBelieved({ ...step, teaches: known }, career.canDoById));
  return { ...step, teaches: known.filter((id) => !notBelieved.has(id)) };
}
