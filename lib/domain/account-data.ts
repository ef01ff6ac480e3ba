import { z } from 'zod';
import { LEVELS } from './catalogue';
import { SURENESS } from './check-in';
import { EVIDENCE_MAX_LENGTH, NOTE_MAX_LENGTH } from './check-in-limits';
import { daySchema } from './day';
import { instantSchema } from './instant';
import { idSchema, MOST_IDS, MOST_PLAN_STEPS, MOST_STEP_HOURS } from './limits';
import { ownStepFactsSchema } from './own-step';
import { planDocumentSchema, stepStatusSchema } from './planner/document';
import { preferencePartsSchema } from './planner/profile';

/** Records that a list of a file may have. What a person may have in all is a setting. */
export const LIST_MAX_LENGTH = 100_000;
/** Skills that one check-in rates. */
const MOST_RATINGS = 200;
const MOST_SETTINGS = 100;
const NAME_MAX_LENGTH = 320;

const levelSchema = z.literal(LEVELS);
const noteSchema = z.string().max(NOTE_MAX_LENGTH).nullable().default(null);
const evidenceSchema = z.string().max(EVIDENCE_MAX_LENGTH).nullable().default(null);
/** Every setting is one value. */
const settingSchema = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]);
const listOf = <T extends z.ZodType>(item: T) => z.array(item).max(LIST_MAX_LENGTH).default([]);

const ratingDataSchema = z.strictObject({
  skill: idSchema,
  level: levelSchema,
  evidence: evidenceSchema,
  sure: z.enum(SURENESS).nullable().default(null),
  also: z.array(idSchema).max(MOST_IDS).optional(),
  except: z.array(idSchema).max(MOST_IDS).optional(),
});

/** A check-in of the account. `corrects` names the one it replaces; `removedAt` keeps one that was taken back. */
const checkInDataSchema = z.strictObject({
  id: idSchema,
  takenAt: instantSchema,
  note: noteSchema,
  ratings: z
    .array(ratingDataSchema)
    .max(MOST_RATINGS)
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
  holdings: z.array(idSchema).max(MOST_IDS).default([]),
});

const pastGoalDataSchema = z.strictObject({ ...goalDataSchema.shape, id: idSchema, setAt: instantSchema });

/** One event in the history of a step; the latest of a step says how it stands. */
const stepProgressDataSchema = z.strictObject({
  step: idSchema,
  status: stepStatusSchema,
  startedOn: daySchema.nullable().default(null),
  finishedOn: daySchema.nullable().default(null),
  hoursSpent: z.number().nonnegative().max(MOST_STEP_HOURS).nullable().default(null),
  expiresOn: daySchema.nullable().default(null),
  note: noteSchema,
  evidence: evidenceSchema,
  id: idSchema.optional(),
  career: idSchema.optional(),
  recordedAt: instantSchema.optional(),
});

const { url, cost, retiredAt, ...ownStepShape } = ownStepFactsSchema.shape;
const ownStepDataSchema = z.strictObject({
  ...ownStepShape,
  url: url.default(null),
  cost: cost.default(null),
  prerequisites: ownStepShape.prerequisites.default([]),
  retiredAt: retiredAt.default(null),
  career: idSchema,
  createdAt: instantSchema,
  changedAt: instantSchema,
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
  stepsLeft: z.int().nonnegative().max(MOST_PLAN_STEPS),
});

/**
 * Everything of an account, version 1: what `/settings/data` gives and Import takes back. A file says its format and its
 * version. Every other part may be missing, so one with only check-ins and a goal is complete; an unknown key is refused.
 * Times are UTC.
 */
export const accountDataSchema = z.strictObject({
  format: z.literal('rung-data', { error: 'A data file of Rung says "format": "rung-data".' }),
  version: z.literal(1, {
    error: 'Say which version the file has: "version": 1 is the one that is read here.',
  }),
  exportedAt: instantSchema.optional(),
  account: z
    .strictObject({
      name: z.string().max(NAME_MAX_LENGTH),
      email: z.string().max(NAME_MAX_LENGTH),
      timeZone: z.string().max(100),
      settings: z
        .record(z.string().max(100), settingSchema)
        .refine((settings) => Object.keys(settings).length <= MOST_SETTINGS, {
          error: `There are at most ${MOST_SETTINGS} settings.`,
        })
        .default({}),
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
