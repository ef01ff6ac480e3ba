import { z } from 'zod';
import { type Career, STEP_KINDS } from './catalogue';
import { computeNextMonday, type Day, daySchema } from './day';
import { computeCurrency } from './planner/price';
import { OBJECTIVES, type Preferences, preferencesSchema, REGIONS, type Region } from './planner/profile';

/** A number as people type it: spaces, thousands commas and a currency sign are allowed. */
function readNumber(text: string): number {
  const plain = text.replace(/[\s,£$€]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const oneOrMany = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const wholeNumberSchema = (name: 'hoursPerWeek' | 'maxParallel') =>
  z.string().max(50).transform(readNumber).pipe(preferencesSchema.shape[name].unwrap());

/**
 * The settings form of a plan, as text fields. Gives the preferences and the holdings; unknown holdings,
 * steps and fields are refused.
 */
export function buildPlanSettingsSchema(career: Career) {
  const knownSteps = z.preprocess(
    oneOrMany,
    z.array(z.string().refine((id) => career.stepById.has(id), { error: 'This step does not exist.' })),
  );
  return z
    .strictObject({
      hoursPerWeek: wholeNumberSchema('hoursPerWeek'),
      maxParallel: wholeNumberSchema('maxParallel'),
      budget: z
        .string()
        .max(50)
        .trim()
        .transform((text) => (text === '' ? null : readNumber(text)))
        .pipe(
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
      start: daySchema,
      deadline: z.union([z.literal('').transform(() => null), daySchema]),
      optimiseFor: z.enum(OBJECTIVES, { error: 'Choose what to optimise for.' }),
      excludedKinds: z.preprocess(oneOrMany, z.array(z.enum(STEP_KINDS))),
      holdings: z.preprocess(
        oneOrMany,
        z.array(
          z.string().refine((id) => career.holdingById.has(id), { error: 'This holding does not exist.' }),
        ),
      ),
      pinned: knownSteps,
      excluded: knownSteps,
      basedOn: z.string().max(100),
    })
    .refine((settings) => settings.deadline === null || settings.deadline > settings.start, {
      path: ['deadline'],
      error: 'Give a deadline after the start date, or leave it empty.',
    })
    .transform(({ budget, currency, holdings, basedOn, ...rest }) => ({
      holdings,
      basedOn: basedOn || null,
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
    budget: budget ? String(budget.amount) : '',
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
