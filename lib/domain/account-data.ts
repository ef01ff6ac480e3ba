import { z } from 'zod';
import {
  evidenceDataSchema,
  linkDataSchema,
  secondLookDataSchema,
  sharedPageDataSchema,
} from './account-proof';
import { SURENESS } from './check-in';
import { EVIDENCE_MAX_LENGTH, NOT_RATED, NOTE_MAX_LENGTH } from './check-in-limits';
import { storedDocumentSchema } from './climb/follow/stored-document';
import { preferencePartsSchema as stagedPartsSchema } from './climb/profile';
import { daySchema } from './day';
import { instantSchema } from './instant';
import { idSchema, MOST_IDS, MOST_PLAN_STEPS, MOST_STEP_HOURS } from './limits';
import { LEVELS } from './lists';
import { ownStepFactsSchema } from './own-step';
import { planDocumentSchema, stepStatusSchema } from './planner/document';
import { preferencePartsSchema } from './planner/profile';
import { heldPostFactsSchema, holdingFactsSchema } from './work';

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
});

/** The same with the can-dos that stand out from the level. */
const ratingWithExceptionsSchema = z.strictObject({
  ...ratingDataSchema.shape,
  also: z.array(idSchema).max(MOST_IDS).optional(),
  except: z.array(idSchema).max(MOST_IDS).optional(),
});

const levelKeySchema = z.enum(LEVELS.map(String) as [string, ...string[]]);

/** What was entered of one skill and not saved yet. Its id is the skill's: each has one at most. */
const draftDataSchema = z.strictObject({
  id: idSchema,
  career: idSchema,
  changedAt: instantSchema,
  entered: z.strictObject({
    level: z.union([levelKeySchema, z.literal(NOT_RATED)]),
    evidence: z.string().max(EVIDENCE_MAX_LENGTH).default(''),
    sure: z.enum(['', ...SURENESS]).default(''),
    also: z.array(idSchema).max(MOST_IDS).optional(),
    except: z.array(idSchema).max(MOST_IDS).optional(),
    /** By level: the can-dos that were ticked under it. */
    ticked: z.partialRecord(levelKeySchema, z.array(idSchema).max(MOST_IDS)).optional(),
  }),
});

const ratingsOf = <T extends z.ZodType<{ skill: string }>>(rating: T) =>
  z
    .array(rating)
    .max(MOST_RATINGS)
    .refine((ratings) => new Set(ratings.map(({ skill }) => skill)).size === ratings.length, {
      error: 'A check-in rates each skill once.',
    });

/** A check-in of the account. `corrects` names the one it replaces; `removedAt` keeps one that was taken back. */
const checkInDataSchema = z.strictObject({
  id: idSchema,
  takenAt: instantSchema,
  note: noteSchema,
  ratings: ratingsOf(ratingDataSchema),
  career: idSchema.optional(),
  catalogue: z.string().max(200).optional(),
  recordedAt: instantSchema.optional(),
  corrects: idSchema.nullable().optional(),
  removedAt: instantSchema.nullable().optional(),
});

const checkInWithExceptionsSchema = z.strictObject({
  ...checkInDataSchema.shape,
  ratings: ratingsOf(ratingWithExceptionsSchema),
});

const goalDataSchema = z.strictObject({
  career: idSchema,
  role: idSchema,
  preferences: preferencePartsSchema.nullable().default(null),
  holdings: z.array(idSchema).max(MOST_IDS).default([]),
});

const pastGoalDataSchema = z.strictObject({ ...goalDataSchema.shape, id: idSchema, setAt: instantSchema });

/** The same with the preferences of a plan of stages, which hold those of the first edition. */
const stagedGoalShape = {
  ...goalDataSchema.shape,
  preferences: stagedPartsSchema.nullable().default(null),
};
const stagedGoalSchema = z.strictObject(stagedGoalShape);
const pastStagedGoalSchema = z.strictObject({ ...stagedGoalShape, id: idSchema, setAt: instantSchema });

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

const { url, cost, retiredAt, teaches, pool, ...ownStepShape } = ownStepFactsSchema.shape;
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

/** A step may teach can-dos, by name, in the hours of a post. */
const teachingStepSchema = z.strictObject({
  ...ownStepDataSchema.shape,
  raises: ownStepShape.raises.default([]),
  teaches,
  pool,
});

const heldPostDataSchema = z.strictObject({
  ...heldPostFactsSchema.shape,
  until: heldPostFactsSchema.shape.until.default(null),
  changedAt: instantSchema.optional(),
});

const holdingDataSchema = z.strictObject({
  ...holdingFactsSchema.shape,
  since: holdingFactsSchema.shape.since.default(null),
  expiresOn: holdingFactsSchema.shape.expiresOn.default(null),
  changedAt: instantSchema.optional(),
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

const formatSchema = z.literal('rung-data', { error: 'A data file of Rung says "format": "rung-data".' });

const ownerSchema = z
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
  .optional();

/** The file as the first edition wrote it, which is read for ever. */
export const firstAccountDataSchema = z.strictObject({
  format: formatSchema,
  version: z.literal(1),
  exportedAt: instantSchema.optional(),
  account: ownerSchema,
  goal: goalDataSchema.nullable().default(null),
  goals: listOf(pastGoalDataSchema),
  plan: planDocumentSchema.nullable().default(null),
  checkIns: listOf(checkInDataSchema),
  stepProgress: listOf(stepProgressDataSchema),
  ownSteps: listOf(ownStepDataSchema),
  forecasts: listOf(forecastDataSchema),
});
export type FirstAccountData = z.infer<typeof firstAccountDataSchema>;

/**
 * Everything of an account, version 2: what `/settings/data` gives and Import takes back. A file says its format and its
 * version. Every other part may be missing, so one with only check-ins and a goal is complete; an unknown key is refused.
 * Times are UTC.
 */
export const accountDataSchema = z.strictObject({
  format: formatSchema,
  version: z.literal(2, {
    error: 'Say which version the file has: "version": 2, or 1 for one of the first edition.',
  }),
  exportedAt: instantSchema.optional(),
  account: ownerSchema,
  goal: stagedGoalSchema.nullable().default(null),
  goals: listOf(pastStagedGoalSchema),
  plan: storedDocumentSchema.nullable().default(null),
  checkIns: listOf(checkInWithExceptionsSchema),
  stepProgress: listOf(stepProgressDataSchema),
  ownSteps: listOf(teachingStepSchema),
  forecasts: listOf(forecastDataSchema),
  posts: listOf(heldPostDataSchema),
  holdings: listOf(holdingDataSchema),
  evidence: listOf(evidenceDataSchema),
  secondLooks: listOf(secondLookDataSchema),
  drafts: listOf(draftDataSchema),
  sharedPages: listOf(sharedPageDataSchema),
  /** Says which links there were. They are not brought back: the secret of each is nowhere. */
  links: listOf(linkDataSchema),
});
export type AccountData = z.infer<typeof accountDataSchema>;

/**
 * A file of version 1 as one of today. What was held stood with each goal; what is held is what the latest
 * of them says.
 */
export function fromFirstVersion(file: FirstAccountData): AccountData {
  const latest = file.goals.toSorted((a, b) => (a.setAt < b.setAt ? -1 : 1)).at(-1) ?? file.goal;
  return {
    ...file,
    version: 2 as const,
    ownSteps: file.ownSteps.map((step) => ({ ...step, teaches: null, pool: null })),
    posts: [],
    holdings: [...new Set(latest?.holdings)].map((id) => ({
      id,
      career: latest?.career ?? '',
      since: null,
      expiresOn: null,
    })),
    evidence: [],
    secondLooks: [],
    drafts: [],
    sharedPages: [],
    links: [],
  };
}
