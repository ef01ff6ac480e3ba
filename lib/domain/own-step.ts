import { z } from 'zod';
import type { Career } from './career/career';
import { listTaughtByRaises, type StoredOwnStep } from './career/own-steps';
import { levelSchema } from './catalogue';
import { instantSchema } from './instant';
import { idSchema, linkSchema, TITLE_MAX_LENGTH } from './limits';
import { moneySchema } from './planner/profile';
import type { DecimalSign } from './typed-number';
import { typedNumber, typedNumberOrNone } from './typed-number-field';

/** What the id of a person's own step begins with; no id of the catalogue does. */
const OWN_STEP_PREFIX = 'own-';
/** Degrees and entry roles take a person's main hours by rules of the catalogue, so they are not made here. */
export const OWN_STEP_KINDS = ['course', 'project', 'practice', 'certification'] as const;
export type OwnStepKind = (typeof OWN_STEP_KINDS)[number];
/** Rows for raises, and fields for prerequisites, that the form has. */
export const OWN_STEP_ROWS = 3;

const HOURS_MAX = 5000;
const WEEKS_MAX = 260;
const COST_MAX = 1_000_000;
/** Raises, and steps before it, that an own step of a file may have. */
const MOST_ROWS = 20;
/** Can-dos that an own step may teach. */
const MOST_TAUGHT = 100;

/** Steps of their own that a person may have. */
export const MOST_OWN_STEPS = 200;

/** What a step of one's own may hold, by whatever way it came. The form asks for an hour and a week at least. */
export const ownStepFactsSchema = z.object({
  id: idSchema.regex(new RegExp(`^${OWN_STEP_PREFIX}`), {
    error: `The id of a step of your own begins with ${OWN_STEP_PREFIX}`,
  }),
  kind: z.enum(OWN_STEP_KINDS, { error: 'Choose a kind from the list.' }),
  title: z
    .string({ error: 'Give the step a title.' })
    .trim()
    .min(1, { error: 'Give the step a title.' })
    .max(TITLE_MAX_LENGTH, { error: `Keep the title to ${TITLE_MAX_LENGTH} characters or fewer.` }),
  url: linkSchema.nullable(),
  hours: z
    .int()
    .min(0)
    .max(HOURS_MAX, { error: `Give at most ${HOURS_MAX} hours.` }),
  weeks: z
    .int()
    .min(0)
    .max(WEEKS_MAX, { error: `Give at most ${WEEKS_MAX} weeks.` }),
  cost: z
    .strictObject({ amount: z.number().min(0).max(COST_MAX), currency: moneySchema.shape.currency })
    .nullable(),
  raises: z.array(z.strictObject({ skill: idSchema, from: levelSchema, to: levelSchema })).max(MOST_ROWS),
  prerequisites: z.array(idSchema).max(MOST_ROWS),
  teaches: z.array(idSchema).max(MOST_TAUGHT).nullable().default(null),
  pool: z.literal('work').nullable().default(null),
  retiredAt: instantSchema.nullable(),
});

/** Whether a stored step is within what Rung plans with: before there were bounds, a file could bring any. */
export function isUsable(own: StoredOwnStep): boolean {
  return ownStepFactsSchema.safeParse(own).success;
}

/** The stored steps that Rung plans with: those within all bounds, and no more than a person may have. */
export function listUsable<Own extends StoredOwnStep>(all: readonly Own[]): Own[] {
  return all.filter(isUsable).slice(0, MOST_OWN_STEPS);
}

export function isOwnStep(id: string): boolean {
  return id.startsWith(OWN_STEP_PREFIX);
}

const wholeNumber = (
  what: string,
  { least, most, decimal }: { least: number; most: number; decimal: DecimalSign },
) =>
  typedNumber(decimal).pipe(
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

const oneOrMany = (value: unknown) => [value ?? []].flat();

/**
 * The form of a person's own step, with numbers of the decimal sign given. Rows of raises without a skill and empty
 * prerequisites are left out. It teaches the can-dos of the levels named, and single ones beside them.
 */
export function buildOwnStepSchema(career: Career, decimal: DecimalSign = '.') {
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
  const facts = ownStepFactsSchema.shape;
  return z.strictObject({
    title: facts.title,
    kind: facts.kind,
    url: z
      .string()
      .trim()
      .transform((text) => text || null)
      .pipe(facts.url),
    hours: wholeNumber('hours', { least: 1, most: HOURS_MAX, decimal }),
    weeks: wholeNumber('weeks', { least: 1, most: WEEKS_MAX, decimal }),
    cost: typedNumberOrNone(decimal).pipe(
      z
        .number({ error: 'Give the cost as a number such as 40, or leave it empty where it is free.' })
        .max(COST_MAX, { error: 'Give a cost of at most 1,000,000.' })
        .nullable(),
    ),
    currency: moneySchema.shape.currency,
    pool: z
      .enum(['', 'work'], { error: 'Choose a place from the list.' })
      .default('')
      .transform((place) => place || null),
    raises: z
      .record(z.string().max(2), z.unknown())
      .default({})
      .transform((rows) => Object.values(rows).filter((row) => !isBlank(row)))
      .pipe(
        z
          .array(raiseSchema)
          .max(OWN_STEP_ROWS)
          .refine((raises) => new Set(raises.map(({ skill }) => skill)).size === raises.length, {
            error: 'Name each skill once.',
          }),
      ),
    teaches: z
      .preprocess(oneOrMany, z.array(z.string().max(200)).max(MOST_TAUGHT))
      .transform((ids) => [...new Set(ids)])
      .refine((ids) => ids.every((id) => career.canDoById.has(id)), {
        error: 'Choose can-dos from the list.',
      }),
    prerequisites: z
      .preprocess(oneOrMany, z.array(z.string().max(200)).max(OWN_STEP_ROWS))
      .transform((ids) => [...new Set(ids.filter((id) => id !== ''))])
      .refine((ids) => ids.every((id) => career.stepById.has(id) || isOwnStep(id)), {
        error: 'Choose steps from the list.',
      }),
  });
}

/** What a form has to teach, as a step keeps it: null where levels alone say it. */
export function toTeaches(
  career: Career,
  { raises, teaches }: Pick<StoredOwnStep, 'raises'> & { teaches: readonly string[] },
): string[] | null {
  return teaches.length === 0 ? null : [...new Set([...listTaughtByRaises(career, raises), ...teaches])];
}

/** The can-dos that a step names one by one, beside those of its levels. */
export function listSingle(
  career: Career,
  { raises, teaches }: Pick<StoredOwnStep, 'raises' | 'teaches'>,
): string[] {
  const taught = new Set(listTaughtByRaises(career, raises));
  return (teaches ?? []).filter((id) => !taught.has(id));
}
