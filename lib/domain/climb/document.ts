import { z } from 'zod';
import { daySchema } from '../day';
import {
  ID_MAX_LENGTH,
  idSchema,
  linkSchema,
  MOST_IDS,
  MOST_PLAN_STEPS,
  MOST_STEP_HOURS,
  MOST_WEEKS,
  TITLE_MAX_LENGTH,
} from '../limits';
import { LEVELS, STEP_KINDS, STEP_STATUSES } from '../lists';
import { moneySchema } from '../planner/profile';
import { preferencePartsSchema, profileSchema } from './profile';

const levelSchema = z.literal(LEVELS);
const weekSchema = z.int().nonnegative().max(MOST_WEEKS);
const hoursSchema = z.int().nonnegative().max(MOST_STEP_HOURS);
const allHoursSchema = z
  .int()
  .nonnegative()
  .max(MOST_PLAN_STEPS * MOST_STEP_HOURS);
/** Steps that run at once are few, so the weeks of all steps together are not many times the plan's. */
const MOST_STEP_WEEKS = 12 * MOST_WEEKS;
const MOST_COST = 1_000_000_000;
/** Stages that a plan may have, those that are over included. */
const MOST_STAGES = 40;
const MOST_WAYS = 60;

const idsSchema = z.array(idSchema).max(MOST_IDS);
const costSchema = z.number().nonnegative().max(MOST_COST);
const boundSchema = z.array(z.number().min(-MOST_COST).max(MOST_COST)).max(10).nullable();
const sentenceSchema = z.string().max(20_000);
const sentencesSchema = z.array(sentenceSchema).max(50);

/** A step of a plan. Weeks count from the plan's start; `finish` is the last day, inclusive; hours are whole. */
export const planStepSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(STEP_KINDS),
  title: z.string().max(TITLE_MAX_LENGTH),
  url: linkSchema.nullable(),
  startWeek: weekSchema,
  weeks: z.int().positive().max(MOST_WEEKS),
  start: daySchema,
  finish: daySchema,
  hours: hoursSchema,
  /** One entry a week; empty for full-time study. */
  hoursByWeek: z.array(hoursSchema).max(MOST_WEEKS),
  pool: z.enum(['own', 'work']),
  cost: z.strictObject({ amount: costSchema, currency: moneySchema.shape.currency }),
  /** Can-dos that the step teaches and that are not true when it starts. */
  teaches: idsSchema,
  /** Levels that are wholly reached by its end, where they are. */
  reaches: z.array(z.strictObject({ skill: idSchema, level: levelSchema })).max(MOST_IDS),
  /** The same with the level that was reached before it, as the first edition said it. */
  raises: z.array(z.strictObject({ skill: idSchema, from: levelSchema, to: levelSchema })).max(MOST_IDS),
  after: idsSchema,
  why: sentencesSchema,
  status: z.enum([...STEP_STATUSES, 'again']),
});
export type PlanStep = z.infer<typeof planStepSchema>;

/**
 * The time in one post, in none, or in full-time study. `weeks` end when the next post begins, its search included;
 * in the last stage when the person is ready for the goal. `bound` is in the order of the objective's vector.
 */
export const stageSchema = z.strictObject({
  post: idSchema.nullable(),
  until: idSchema,
  startWeek: weekSchema,
  weeks: weekSchema,
  status: z.enum(['optimal', 'feasible']),
  bound: boundSchema,
  bestWeeks: weekSchema,
  steps: idsSchema,
});
export type Stage = z.infer<typeof stageSchema>;

export const waySchema = z.strictObject({
  posts: idsSchema,
  weeks: weekSchema,
  cost: costSchema,
  hours: allHoursSchema,
  chosen: z.boolean(),
});
export type Way = z.infer<typeof waySchema>;

export const reasonSchema = z.strictObject({
  what: z.enum(['level', 'requirement', 'budget', 'deadline', 'hours', 'excluded', 'pinned']),
  ids: idsSchema,
  sentence: sentenceSchema,
  nearest: preferencePartsSchema.nullable(),
});
export type Reason = z.infer<typeof reasonSchema>;

const applyFromSchema = z.strictObject({
  post: idSchema,
  on: daySchema,
  percent: z.int().min(0).max(100),
  weeksMissing: weekSchema.optional(),
  pieces: idsSchema,
  rest: idsSchema,
});

/** The plan document, version 2. `totals.hours` are own hours, `totals.workHours` those at work. */
export const planDocumentSchema = z.strictObject({
  format: z.literal('rung-plan'),
  version: z.literal(2),
  career: idSchema,
  careerEdition: z.literal(2),
  catalogue: z.string().max(ID_MAX_LENGTH),
  role: idSchema,
  profile: profileSchema,
  status: z.enum(['optimal', 'feasible', 'infeasible']),
  bound: boundSchema,
  proved: z.boolean().optional(),
  totals: z.strictObject({
    weeks: weekSchema,
    finish: daySchema.nullable(),
    hours: allHoursSchema,
    workHours: allHoursSchema,
    cost: z.strictObject({
      amount: costSchema,
      currency: moneySchema.shape.currency,
      approximate: z.boolean(),
      estimated: idsSchema,
    }),
    steps: z.int().nonnegative().max(MOST_PLAN_STEPS),
    bestWeeks: weekSchema.nullable(),
  }),
  gaps: z.array(z.strictObject({ skill: idSchema, level: levelSchema, target: levelSchema })).max(MOST_IDS),
  requirements: z.array(z.strictObject({ id: idSchema, by: idsSchema })).max(MOST_IDS),
  stages: z.array(stageSchema).max(MOST_STAGES),
  ways: z.array(waySchema).max(MOST_WAYS),
  steps: z
    .array(planStepSchema)
    .max(MOST_PLAN_STEPS, { error: `A plan has at most ${MOST_PLAN_STEPS} steps.` })
    .refine((steps) => steps.every(({ startWeek, weeks }) => startWeek + weeks <= MOST_WEEKS), {
      error: `A plan spans at most ${MOST_WEEKS} weeks.`,
    })
    .refine((steps) => steps.reduce((sum, { weeks }) => sum + weeks, 0) <= MOST_STEP_WEEKS, {
      error: 'More steps run at once than anybody can follow.',
    }),
  letStand: z.array(idSchema).max(1000).optional(),
  outlook: z
    .array(z.strictObject({ until: idSchema, leastWeeks: weekSchema }))
    .max(MOST_STAGES)
    .optional(),
  /** Written only into a file: from when one can apply for the post that a stage leads to; see listApplyFrom. */
  applyFrom: z.array(applyFromSchema).max(MOST_STAGES).optional(),
  reasons: z.array(reasonSchema).max(MOST_IDS).optional(),
  assumptions: sentencesSchema,
});
export type PlanDocument = z.infer<typeof planDocumentSchema>;
