import { z } from 'zod';
import { LEVELS, STEP_KINDS } from '../catalogue';
import { daySchema } from '../day';
import { moneySchema, preferencePartsSchema, profileSchema } from './profile';

const idSchema = z.string();
const levelSchema = z.literal(LEVELS);
const weekSchema = z.int().nonnegative();

export const STEP_STATUSES = ['todo', 'in-progress', 'done', 'dropped'] as const;
export const stepStatusSchema = z.enum(STEP_STATUSES);
export type StepStatus = z.infer<typeof stepStatusSchema>;

const raiseSchema = z.strictObject({ skill: idSchema, from: levelSchema, to: levelSchema });

/** A step of a plan. Weeks count from the plan's start; `finish` is the last day, inclusive; hours are whole. */
export const planStepSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(STEP_KINDS),
  title: z.string(),
  url: z.string().nullable(),
  startWeek: weekSchema,
  weeks: z.int().positive(),
  start: daySchema,
  finish: daySchema,
  hours: z.int().nonnegative(),
  hoursByWeek: z.array(z.int().nonnegative()),
  cost: z.strictObject({ amount: z.number().nonnegative(), currency: moneySchema.shape.currency }),
  raises: z.array(raiseSchema),
  after: z.array(idSchema),
  why: z.array(z.string()),
  status: z.enum([...STEP_STATUSES, 'again']),
});
export type PlanStep = z.infer<typeof planStepSchema>;

export const reasonSchema = z.strictObject({
  what: z.enum(['level', 'requirement', 'budget', 'deadline', 'hours', 'excluded', 'pinned']),
  ids: z.array(idSchema),
  sentence: z.string(),
  nearest: preferencePartsSchema.nullable(),
});
export type Reason = z.infer<typeof reasonSchema>;

/**
 * The plan document, version 1. `bound` follows the order of the objective's vector; `proved` is said only of an
 * infeasible one: false where the nodes ran out before a plan was found or refuted.
 */
export const planDocumentSchema = z.strictObject({
  format: z.literal('rung-plan'),
  version: z.literal(1),
  career: idSchema,
  catalogue: z.string(),
  role: idSchema,
  profile: profileSchema,
  status: z.enum(['optimal', 'feasible', 'infeasible']),
  bound: z.array(z.number()).nullable(),
  proved: z.boolean().optional(),
  totals: z.strictObject({
    weeks: weekSchema,
    finish: daySchema.nullable(),
    hours: z.int().nonnegative(),
    cost: z.strictObject({
      amount: z.number().nonnegative(),
      currency: moneySchema.shape.currency,
      approximate: z.boolean(),
      estimated: z.array(idSchema),
    }),
    steps: z.int().nonnegative(),
    bestWeeks: weekSchema.nullable(),
  }),
  gaps: z.array(z.strictObject({ skill: idSchema, level: levelSchema, target: levelSchema })),
  requirements: z.array(z.strictObject({ id: idSchema, by: z.array(idSchema) })),
  steps: z.array(planStepSchema),
  reasons: z.array(reasonSchema).optional(),
  assumptions: z.array(z.string()),
});
export type PlanDocument = z.infer<typeof planDocumentSchema>;

/** Whether an answer is proved: that the plan is the best, or that there is none. */
export function isProved({ status, proved }: PlanDocument): boolean {
  return status === 'infeasible' ? proved === true : status === 'optimal';
}
