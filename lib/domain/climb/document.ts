import { z } from 'zod';
import { LEVELS, STEP_KINDS } from '../catalogue';
import { daySchema } from '../day';
import { STEP_STATUSES } from '../planner/document';
import { moneySchema } from '../planner/profile';
import { preferencePartsSchema, profileSchema } from './profile';

const idSchema = z.string();
const levelSchema = z.literal(LEVELS);
const weekSchema = z.int().nonnegative();

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
  /** One entry a week; empty for full-time study. */
  hoursByWeek: z.array(z.int().nonnegative()),
  pool: z.enum(['own', 'work']),
  cost: z.strictObject({ amount: z.number().nonnegative(), currency: moneySchema.shape.currency }),
  /** Can-dos that the step teaches and that are not true when it starts. */
  teaches: z.array(idSchema),
  /** Levels that are wholly reached by its end, where they are. */
  reaches: z.array(z.strictObject({ skill: idSchema, level: levelSchema })),
  /** The same with the level that was reached before it, as the first edition said it. */
  raises: z.array(z.strictObject({ skill: idSchema, from: levelSchema, to: levelSchema })),
  after: z.array(idSchema),
  why: z.array(z.string()),
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
  bound: z.array(z.number()).nullable(),
  bestWeeks: weekSchema,
  steps: z.array(idSchema),
});
export type Stage = z.infer<typeof stageSchema>;

export const waySchema = z.strictObject({
  posts: z.array(idSchema),
  weeks: weekSchema,
  cost: z.number().nonnegative(),
  hours: z.int().nonnegative(),
  chosen: z.boolean(),
});
export type Way = z.infer<typeof waySchema>;

export const reasonSchema = z.strictObject({
  what: z.enum(['level', 'requirement', 'budget', 'deadline', 'hours', 'excluded', 'pinned']),
  ids: z.array(idSchema),
  sentence: z.string(),
  nearest: preferencePartsSchema.nullable(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** The plan document, version 2. `totals.hours` are own hours, `totals.workHours` those at work. */
export const planDocumentSchema = z.strictObject({
  format: z.literal('rung-plan'),
  version: z.literal(2),
  career: idSchema,
  careerEdition: z.literal(2),
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
    workHours: z.int().nonnegative(),
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
  stages: z.array(stageSchema),
  ways: z.array(waySchema),
  steps: z.array(planStepSchema),
  letStand: z.array(idSchema).optional(),
  outlook: z.array(z.strictObject({ until: idSchema, leastWeeks: weekSchema })).optional(),
  reasons: z.array(reasonSchema).optional(),
  assumptions: z.array(z.string()),
});
export type PlanDocument = z.infer<typeof planDocumentSchema>;
