import { z } from 'zod';
import { levelSchema, type Region, regionSchema } from '../catalogue';
import { computeNextMonday, type Day, plannedDaySchema } from '../day';
import { MOST_IDS } from '../limits';
import { OBJECTIVES, PLATFORMS, STEP_KINDS } from '../lists';
import { moneySchema } from '../planner/profile';

export const objectiveSchema = z.enum(OBJECTIVES);
export type Objective = z.infer<typeof objectiveSchema>;

const platformSchema = z.enum(PLATFORMS);

const idSchema = z.string().min(1).max(200);
/** Dates by hand that one person may set. */
const MOST_DATES = 200;

const idListSchema = z.array(idSchema).max(1000);

/** A post that a person holds or held, and for how many weeks so far. */
export const heldPostSchema = z.strictObject({
  post: idSchema,
  weeks: z.int().min(0).max(3000),
  current: z.boolean().default(false),
});
export type HeldPost = z.infer<typeof heldPostSchema>;

/** Days without any hours, both included; only weeks that lie wholly inside count. */
const weeksOffSchema = z
  .strictObject({ from: plannedDaySchema, to: plannedDaySchema })
  .refine(({ from, to }) => from <= to, {
    error: 'Give a last day that is not before the first.',
    path: ['to'],
  });

const choices = {
  start: plannedDaySchema,
  hoursPerWeek: z
    .int({ error: 'Give whole hours per week, from 1 to 80.' })
    .min(1, { error: 'Give at least 1 hour a week.' })
    .max(80, { error: 'Give at most 80 hours a week.' }),
  workHoursPerWeek: z
    .int({ error: 'Give whole hours at work per week, from 0 to 40.' })
    .min(0, { error: 'Give 0 or more hours at work.' })
    .max(40, { error: 'Give at most 40 hours at work.' }),
  maxParallel: z
    .int({ error: 'Give a whole number of steps at once, from 1 to 10.' })
    .min(1, { error: 'Allow at least 1 step at once.' })
    .max(10, { error: 'Allow at most 10 steps at once.' }),
  /** What an hour of one's own time is worth, in the plan's currency. */
  hourWorth: z
    .number({ error: 'Give the worth of an hour as a number, 0 or more.' })
    .min(0, { error: 'Give a worth of 0 or more.' })
    .max(1000, { error: 'Give a worth of at most 1,000 an hour.' }),
  budget: moneySchema.nullable(),
  deadline: plannedDaySchema.nullable(),
  /** The first day on which a next post could begin: after notice, service or a school year; any where it is left out. */
  freeFrom: plannedDaySchema,
  region: regionSchema,
  platform: platformSchema.nullable(),
  weeksOff: z.array(weeksOffSchema).max(50),
  optimiseFor: objectiveSchema,
  /** Steps that begin in the week of a day that the person chose by hand, where the plan holds them; none where it is left out. */
  dates: z.array(z.strictObject({ step: idSchema, on: plannedDaySchema })).max(MOST_DATES),
  pinned: idListSchema,
  excluded: idListSchema,
  excludedKinds: z.array(z.enum(STEP_KINDS)).max(STEP_KINDS.length),
};

/** Some of the preferences, to be merged into others: what is left out stays out and gets no default. */
export const preferencePartsSchema = z.strictObject(choices).partial();

export const preferencesSchema = z.strictObject({
  start: choices.start,
  hoursPerWeek: choices.hoursPerWeek.default(10),
  workHoursPerWeek: choices.workHoursPerWeek.default(4),
  maxParallel: choices.maxParallel.default(3),
  hourWorth: choices.hourWorth.default(10),
  budget: choices.budget.default(null),
  deadline: choices.deadline.default(null),
  freeFrom: choices.freeFrom.optional(),
  region: choices.region.default('UK'),
  platform: choices.platform.default(null),
  weeksOff: choices.weeksOff.default([]),
  optimiseFor: choices.optimiseFor.default('balanced'),
  dates: choices.dates.optional(),
  pinned: choices.pinned.default([]),
  excluded: choices.excluded.default([]),
  excludedKinds: choices.excludedKinds.default([]),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/**
 * The preferences of a goal row, those of the first edition with the defaults of the second; null where there are none, or
 * none that can be read.
 */
export function readPreferences(stored: unknown): Preferences | null {
  return preferencesSchema.safeParse(stored).data ?? null;
}

/** The preferences of someone who has chosen none, from the next Monday on. */
export function buildDefaultPreferences({ today, region }: { today: Day; region: Region }): Preferences {
  return preferencesSchema.parse({ start: computeNextMonday(today), region });
}

/**
 * The planner's input. Everything but `career`, `role` and `preferences.start` has a default, so that a profile of
 * the first edition reads as one of the second. `also` and `except` are can-dos; `letStand` those left open by choice.
 */
export const profileSchema = z.strictObject({
  career: idSchema,
  role: idSchema,
  levels: z
    .record(idSchema, levelSchema)
    .refine((levels) => Object.keys(levels).length <= MOST_IDS, {
      error: `Give the levels of at most ${MOST_IDS} skills.`,
    })
    .default({}),
  also: idListSchema.default([]),
  except: idListSchema.default([]),
  letStand: idListSchema.default([]),
  holdings: idListSchema.default([]),
  posts: z.array(heldPostSchema).max(50).default([]),
  leavePost: z.boolean().default(false),
  done: idListSchema.default([]),
  preferences: preferencesSchema,
});
export type Profile = z.infer<typeof profileSchema>;
