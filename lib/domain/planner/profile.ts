import { z } from 'zod';
import { currencySchema, levelSchema, regionSchema } from '../catalogue';
import { plannedDaySchema } from '../day';
import { ID_MAX_LENGTH, MOST_IDS } from '../limits';
import { OBJECTIVES, STEP_KINDS } from '../lists';

/** Version 1 had no plan that is lightest. */
const objectiveSchema = z.enum(OBJECTIVES).exclude(['lightest']);

export const moneySchema = z.strictObject({
  amount: z
    .number({ error: 'Give the budget as a number, 0 or more.' })
    .nonnegative({ error: 'Give a budget of 0 or more.' })
    .max(10_000_000, { error: 'Give a budget of at most 10,000,000.' }),
  currency: currencySchema,
});
export type Money = z.infer<typeof moneySchema>;

const idListSchema = z.array(z.string().max(ID_MAX_LENGTH)).max(MOST_IDS);

const choices = {
  start: plannedDaySchema,
  hoursPerWeek: z
    .int({ error: 'Give whole hours per week, from 1 to 80.' })
    .min(1, { error: 'Give at least 1 hour a week.' })
    .max(80, { error: 'Give at most 80 hours a week.' }),
  maxParallel: z
    .int({ error: 'Give a whole number of steps at once, from 1 to 10.' })
    .min(1, { error: 'Allow at least 1 step at once.' })
    .max(10, { error: 'Allow at most 10 steps at once.' }),
  budget: moneySchema.nullable(),
  deadline: plannedDaySchema.nullable(),
  region: regionSchema,
  optimiseFor: objectiveSchema,
  pinned: idListSchema,
  excluded: idListSchema,
  excludedKinds: z.array(z.enum(STEP_KINDS)).max(MOST_IDS),
};

/** Some of the preferences, to be merged into others: what is left out stays out and gets no default. */
export const preferencePartsSchema = z.strictObject(choices).partial();

/** What the planner may choose within; the defaults are the contract's. `start` has none: the page fills it in. */
export const preferencesSchema = z.strictObject({
  start: choices.start,
  hoursPerWeek: choices.hoursPerWeek.default(10),
  maxParallel: choices.maxParallel.default(3),
  budget: choices.budget.default(null),
  deadline: choices.deadline.default(null),
  region: choices.region.default('UK'),
  optimiseFor: choices.optimiseFor.default('balanced'),
  pinned: choices.pinned.default([]),
  excluded: choices.excluded.default([]),
  excludedKinds: choices.excludedKinds.default([]),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** The planner's input, as `npm run plan` reads it. A skill missing from `levels` counts as 0. */
export const profileSchema = z.strictObject({
  career: z.string().max(ID_MAX_LENGTH),
  role: z.string().max(ID_MAX_LENGTH),
  levels: z
    .record(z.string().max(ID_MAX_LENGTH), levelSchema)
    .refine((levels) => Object.keys(levels).length <= MOST_IDS, {
      error: `Give the levels of at most ${MOST_IDS} skills.`,
    })
    .default({}),
  holdings: idListSchema.default([]),
  done: idListSchema.default([]),
  preferences: preferencesSchema,
});
