import { z } from 'zod';
import { LEVELS, STEP_KINDS } from './catalogue';
import { SURENESS } from './check-in';
import { EVIDENCE_MAX_LENGTH, NOTE_MAX_LENGTH } from './check-in-limits';
import { daySchema } from './day';
import { instantSchema } from './instant';
import { planDocumentSchema, stepStatusSchema } from './planner/document';
import { moneySchema, preferencePartsSchema } from './planner/profile';

/** Records that a list of a file may have. */
export const LIST_MAX_LENGTH = 100_000;

const idSchema = z.string().min(1).max(200);
const levelSchema = z.literal(LEVELS);
const noteSchema = z.string().max(NOTE_MAX_LENGTH).nullable().default(null);
const evidenceSchema = z.string().max(EVIDENCE_MAX_LENGTH).nullable().default(null);
const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(LIST_MAX_LENGTH).default([]);

const ratingDataSchema = z.strictObject({
  skill: idSchema,
  level: levelSchema,
  evidence: evidenceSchema,
  sure: z.enum(SURENESS).nullable().default(null),
});

/** A check-in of the account. `corrects` names the one it replaces; `removedAt` keeps one that was taken back. */
const checkInDataSchema = z.strictObject({
  id: idSchema,
  takenAt: instantSchema,
  note: noteSchema,
  ratings: z
    .array(ratingDataSchema)
    .max(1000)
    .refine((ratings) => new Set(ratings.map((rating) => rating.skill)).size === ratings.length, {
      error: 'A check-in rates each skill once.',
    }),
  career: idSchema.optional(),
  catalogue: z.string().max(200).optional(),
  recordedAt: instantSchema.optional(),
  corrects: idSchema.nullable().optional(),
  removedAt: instantSchema.nullable().optional(),
});

const goalDataSchema = z.strictObject({
  career: idSchema,
  role: idSchema,
  preferences: preferencePartsSchema.nullable().default(null),
  holdings: listOf(idSchema),
});

const pastGoalDataSchema = z.strictObject({ ...goalDataSchema.shape, id: idSchema, setAt: instantSchema });

/** One event in the history of a step; the latest of a step says how it stands. */
const stepProgressDataSchema = z.strictObject({
  step: idSchema,
  status: stepStatusSchema,
  startedOn: daySchema.nullable().default(null),
  finishedOn: daySchema.nullable().default(null),
  hoursSpent: z.number().nonnegative().max(100_000).nullable().default(null),
  expiresOn: daySchema.nullable().default(null),
  note: noteSchema,
  evidence: evidenceSchema,
  id: idSchema.optional(),
  career: idSchema.optional(),
  recordedAt: instantSchema.optional(),
});

const ownStepDataSchema = z.strictObject({
  id: idSchema,
  career: idSchema,
  kind: z.enum(STEP_KINDS),
  title: z.string().min(1).max(200),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable()
    .default(null),
  hours: z.int().nonnegative(),
  weeks: z.int().nonnegative(),
  cost: moneySchema.nullable().default(null),
  raises: z.array(z.strictObject({ skill: idSchema, from: levelSchema, to: levelSchema })).max(1000),
  prerequisites: listOf(idSchema),
  createdAt: instantSchema,
  changedAt: instantSchema,
  retiredAt: instantSchema.nullable().default(null),
});

const forecastDataSchema = z.strictObject({
  id: idSchema,
  career: idSchema,
  role: idSchema,
  planId: idSchema,
  madeAt: instantSchema,
  basis: z.enum(['catalogue', 'own-hours']),
  evenOn: daySchema,
  likelyOn: daySchema,
  stepsLeft: z.int().nonnegative(),
});

/**
 * Everything of an account, version 1: what `/settings/data` gives and Import takes back. Every part may be
 * missing, so a file with only check-ins and a goal is complete; an unknown key is refused. Times are UTC.
 */
export const accountDataSchema = z.strictObject({
  format: z.literal('rung-data').default('rung-data'),
  version: z.literal(1).default(1),
  exportedAt: instantSchema.optional(),
  account: z
    .strictObject({
      name: z.string().max(200),
      email: z.string().max(320),
      timeZone: z.string().max(100),
      settings: z.record(z.string().max(100), z.json()).default({}),
    })
    .optional(),
  goal: goalDataSchema.nullable().default(null),
  goals: listOf(pastGoalDataSchema),
  plan: planDocumentSchema.nullable().default(null),
  checkIns: listOf(checkInDataSchema),
  stepProgress: listOf(stepProgressDataSchema),
  ownSteps: listOf(ownStepDataSchema),
  forecasts: listOf(forecastDataSchema),
});
export type AccountData = z.infer<typeof accountDataSchema>;
