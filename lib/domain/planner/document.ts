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
import { moneySchema, preferencePartsSchema, profileSchema } from './profile';

const levelSchema = z.literal(LEVELS);
const weekSchema = z.int().nonnegative().max(MOST_WEEKS);
const hoursSchema = z.int().nonnegative().max(MOST_STEP_HOURS);
/** Steps that run at once are few, so the weeks of all steps together are not many times the plan's. */
const MOST_STEP_WEEKS = 12 * MOST_WEEKS;
const MOST_COST = 1_000_000_000;

const idsSchema = z.array(idSchema).max(MOST_IDS);
const costSchema = z.number().nonnegative().max(MOST_COST);
const sentenceSchema = z.string().max(20_000);
const sentencesSchema = z.array(sentenceSchema).max(50);

export const stepStatusSchema = z.enum(STEP_STATUSES);
export type StepStatus = z.infer<typeof stepStatusSchema>;

const raiseSchema = z.strictObject({ skill: idSchema, from: levelSchema, to: levelSchema });

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
  hoursByWeek: z.array(hoursSchema).max(MOST_WEEKS),
  cost: z.strictObject({ amount: costSchema, currency: moneySchema.shape.currency }),
  raises: z.array(raiseSchema).max(MOST_IDS),
  after: idsSchema,
  why: sentencesSchema,
  status: z.enum([...STEP_STATUSES, 'again']),
});
export type PlanStep = z.infer<typeof planStepSchema>;

const reasonSchema = z.strictObject({
  what: z.enum(['level', 'requirement', 'budget', 'deadline', 'hours', 'excluded', 'pinned']),
  ids: idsSchema,
  sentence: sentenceSchema,
  nearest: preferencePartsSchema.nullable(),
});

/**
 * The plan document, version 1. `bound` follows the order of the objective's vector; `proved` is said only of an
 * infeasible one: false where the nodes ran out before a plan was found or refuted.
 */
export const planDocumentSchema = z.strictObject({
  format: z.literal('rung-plan'),
  version: z.literal(1),
  career: idSchema,
  catalogue: z.string().max(ID_MAX_LENGTH),
  role: idSchema,
  profile: profileSchema,
  status: z.enum(['optimal', 'feasible', 'infeasible']),
  bound: z.array(z.number().min(-MOST_COST).max(MOST_COST)).max(10).nullable(),
  proved: z.boolean().optional(),
  totals: z.strictObject({
    weeks: weekSchema,
    finish: daySchema.nullable(),
    hours: z
      .int()
      .nonnegative()
      .max(MOST_PLAN_STEPS * MOST_STEP_HOURS),
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
  steps: z
    .array(planStepSchema)
    .max(MOST_PLAN_STEPS, { error: `A plan has at most ${MOST_PLAN_STEPS} steps.` })
    .refine((steps) => steps.every(({ startWeek, weeks }) => startWeek + weeks <= MOST_WEEKS), {
      error: `A plan spans at most ${MOST_WEEKS} weeks.`,
    })
    .refine((steps) => steps.reduce((sum, { weeks }) => sum + weeks, 0) <= MOST_STEP_WEEKS, {
      error: 'More steps run at once than anybody can follow.',
    }),
  reasons: z.array(reasonSchema).max(MOST_IDS).optional(),
  assumptions: sentencesSchema,
});
export type PlanDocument = z.infer<typeof planDocumentSchema>;
