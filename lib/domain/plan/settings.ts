import { z } from 'zod';
import { basedOnSchema } from '@/lib/domain/based-on';
import { type Career, STEP_KINDS } from '@/lib/domain/catalogue';
import { computeNextMonday, type Day, plannedDaySchema } from '@/lib/domain/day';
import { isOwnStep } from '@/lib/domain/own-step';
import { computeCurrency } from '@/lib/domain/planner/price';
import {
  OBJECTIVES,
  type Preferences,
  preferencesSchema,
  REGIONS,
  type Region,
} from '@/lib/domain/planner/profile';
import { type DecimalSign, writeTyped } from '@/lib/domain/typed-number';
import { typedNumber, typedNumberOrNone } from '@/lib/domain/typed-number-field';

const oneOrMany = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const wholeNumberSchema = (name: 'hoursPerWeek' | 'maxParallel', decimal: DecimalSign) =>
  typedNumber(decimal).pipe(preferencesSchema.shape[name].unwrap());

/**
 * The settings form of a plan, as text fields in which numbers have the decimal sign given. Gives the preferences and the holdings; unknown holdings,
 * steps and fields are refused. A person's own steps are known only to the planner.
 */
export function buildPlanSettingsSchema(career: Career, decimal: DecimalSign = '.') {
  const knownSteps = z.preprocess(
    oneOrMany,
    z.array(
      z
        .string({ error: 'This step does not exist.' })
        .max(200)
        .refine((id) => career.stepById.has(id) || isOwnStep(id), { error: 'This step does not exist.' }),
    ),
  );
  return z
    .strictObject({
      hoursPerWeek: wholeNumberSchema('hoursPerWeek', decimal),
      maxParallel: wholeNumberSchema('maxParallel', decimal),
      budget: typedNumberOrNone(decimal).pipe(
        z
          .number({ error: 'Give the budget as a number such as 2000, or leave it empty for no limit.' })
          .nonnegative()
          .max(10_000_000, {
            error: 'Give a budget of at most 10,000,000, or leave it empty for no limit.',
          })
          .nullable(),
      ),
      currency: z.enum(['GBP', 'USD', 'EUR'], { error: 'Choose GBP, USD or EUR.' }),
      region: z.enum(REGIONS, { error: 'Choose UK, US or Elsewhere.' }),
      start: plannedDaySchema,
      deadline: z.preprocess((text) => (text === '' ? null : text), plannedDaySchema.nullable()),
      optimiseFor: z.enum(OBJECTIVES, { error: 'Choose what to optimise for.' }),
      excludedKinds: z.preprocess(
        oneOrMany,
        z.array(z.enum(STEP_KINDS, { error: 'Choose kinds of step from the list.' })),
      ),
      holdings: z.preprocess(
        oneOrMany,
        z.array(
          z
            .string({ error: 'This holding does not exist.' })
            .refine((id) => career.holdingById.has(id), { error: 'This holding does not exist.' }),
        ),
      ),
      pinned: knownSteps,
      excluded: knownSteps,
      basedOn: basedOnSchema,
    })
    .refine((settings) => settings.deadline === null || settings.deadline > settings.start, {
      path: ['deadline'],
      error: 'Give a deadline after the start date, or leave it empty.',
    })
    .transform(({ budget, currency, holdings, basedOn, ...rest }) => ({
      holdings,
      basedOn,
      preferences: { ...rest, budget: budget === null ? null : { amount: budget, currency } },
    }));
}

/** The preferences of someone who has chosen none: the contract's defaults, from the next Monday on. */
export function buildDefaultPreferences({ today, region }: { today: Day; region: Region }): Preferences {
  return preferencesSchema.parse({ start: computeNextMonday(today), region });
}

/** The settings form filled in: the field names and texts that buildPlanSettingsSchema reads. */
export function toSettingsEntries({
  preferences,
  holdings,
  basedOn,
}: {
  preferences: Preferences;
  holdings: readonly string[];
  basedOn: string | null;
}): Record<string, string | string[]> {
  const { hoursPerWeek, maxParallel, budget, region, start, deadline, optimiseFor } = preferences;
  return {
    hoursPerWeek: String(hoursPerWeek),
    maxParallel: String(maxParallel),
    budget: budget ? writeTyped(budget.amount) : '',
    currency: budget?.currency ?? computeCurrency({ budget: null, region }),
    region,
    start,
    deadline: deadline ?? '',
    optimiseFor,
    excludedKinds: [...preferences.excludedKinds],
    holdings: [...holdings],
    pinned: [...preferences.pinned],
    excluded: [...preferences.excluded],
    basedOn: basedOn ?? '',
  };
}
