import { z } from 'zod';
import type { Career, OwnStepFacts, Step } from './catalogue';
import { levelSchema } from './catalogue';
import { moneySchema } from './planner/profile';
import { readTypedNumber, readTypedNumberOrNone } from './typed-number';

/** What the id of a person's own step begins with; no id of the catalogue does. */
const OWN_STEP_PREFIX = 'own-';
/** Degrees and entry roles take a person's main hours by rules of the catalogue, so they are not made here. */
export const OWN_STEP_KINDS = ['course', 'project', 'practice', 'certification'] as const;
/** Rows for raises, and fields for prerequisites, that the form has. */
export const OWN_STEP_ROWS = 3;

const HOURS_MAX = 5000;
const WEEKS_MAX = 260;

/**
 * The career with a person's own steps beside the catalogue's, which the planner then treats as it does those. A
 * raise of a skill that the career does not know, or that does not go up, is left out.
 */
export function withOwnSteps(career: Career, ownSteps: readonly OwnStepFacts[]): Career {
  if (ownSteps.length === 0) return career;
  const steps = [...career.steps, ...ownSteps.map((own) => toStep(career, own))];
  return { ...career, steps, ownSteps, stepById: new Map(steps.map((step) => [step.id, step])) };
}

export function isOwnStep(id: string): boolean {
  return id.startsWith(OWN_STEP_PREFIX);
}

function toStep(career: Career, own: OwnStepFacts): Step {
  const raises = own.raises.filter(({ skill, from, to }) => career.skillById.has(skill) && from < to);
  return {
    id: own.id,
    kind: own.kind,
    title: own.title,
    provider: 'A step of your own',
    description: own.title,
    url: own.url,
    urlOpened: null,
    effortHours: own.hours || null,
    effortRange: null,
    durationWeeks: own.weeks || null,
    durationRange: null,
    cost: own.cost ? { ...own.cost, per: 'total' } : { amount: 0, currency: 'GBP', per: 'total' },
    costNote: null,
    costEvidence: null,
    validityMonths: null,
    validityEvidence: null,
    expires: null,
    prerequisites: [...own.prerequisites],
    recommended: [],
    raises: [...raises],
    planning: { hours: own.hours, weeks: Math.max(1, own.weeks), basis: 'source', cost: null },
    status: own.retiredAt === null ? 'active' : 'retired',
    statusNote: null,
    region: 'any',
    notes: null,
    sources: [],
  };
}

const wholeNumber = (what: string, least: number, most: number) =>
  z
    .unknown()
    .transform(readTypedNumber)
    .pipe(
      z
        .int({ error: `Give whole ${what}, from ${least} to ${most}.` })
        .min(least, { error: `Give at least ${least} ${what}.` })
        .max(most, { error: `Give at most ${most} ${what}.` }),
    );

const typedLevelSchema = z
  .unknown()
  .transform((text) => (typeof text === 'string' && text !== '' ? Number(text) : Number.NaN))
  .pipe(levelSchema);

const isBlank = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'skill' in row && row.skill === '';

/** The form of a person's own step. Rows of raises without a skill and empty prerequisites are left out. */
export function buildOwnStepSchema(career: Career) {
  const raiseSchema = z
    .strictObject({
      skill: z.string().refine((id) => career.skillById.has(id), { error: 'This skill does not exist.' }),
      from: typedLevelSchema,
      to: typedLevelSchema,
    })
    .refine(({ from, to }) => from < to, {
      path: ['to'],
      error: 'Give a level above the one it starts from.',
    });
  return z.strictObject({
    title: z
      .string({ error: 'Give the step a title.' })
      .trim()
      .min(1, { error: 'Give the step a title.' })
      .max(200, { error: 'Keep the title to 200 characters or fewer.' }),
    kind: z.enum(OWN_STEP_KINDS, { error: 'Choose a kind from the list.' }),
    url: z
      .string()
      .trim()
      .transform((text) => text || null)
      .pipe(
        z
          .url({ protocol: /^https?$/, error: 'Give a link that begins with https://, or leave it empty.' })
          .max(2000, { error: 'Keep the link to 2000 characters or fewer.' })
          .nullable(),
      ),
    hours: wholeNumber('hours', 1, HOURS_MAX),
    weeks: wholeNumber('weeks', 1, WEEKS_MAX),
    cost: z
      .unknown()
      .transform(readTypedNumberOrNone)
      .pipe(
        z
          .number({ error: 'Give the cost as a number such as 40, or leave it empty where it is free.' })
          .max(1_000_000, { error: 'Give a cost of at most 1,000,000.' })
          .nullable(),
      ),
    currency: moneySchema.shape.currency,
    raises: z
      .record(z.string().max(2), z.unknown())
      .transform((rows) => Object.values(rows).filter((row) => !isBlank(row)))
      .pipe(
        z
          .array(raiseSchema)
          .min(1, { error: 'Say at least one skill that it raises.' })
          .max(OWN_STEP_ROWS)
          .refine((raises) => new Set(raises.map(({ skill }) => skill)).size === raises.length, {
            error: 'Name each skill once.',
          }),
      ),
    prerequisites: z
      .preprocess((value) => [value ?? []].flat(), z.array(z.string().max(200)).max(OWN_STEP_ROWS))
      .transform((ids) => [...new Set(ids.filter((id) => id !== ''))])
      .refine((ids) => ids.every((id) => career.stepById.has(id) || isOwnStep(id)), {
        error: 'Choose steps from the list.',
      }),
  });
}
