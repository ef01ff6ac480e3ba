import { z } from 'zod';
import { basedOnSchema } from '@/lib/domain/based-on';
import type { Career } from '@/lib/domain/career/career';
import type { Region } from '@/lib/domain/catalogue';
import { currencySchema } from '@/lib/domain/catalogue';
import { computeCurrency } from '@/lib/domain/climb/model/price';
import { type Preferences, preferencesSchema } from '@/lib/domain/climb/profile';
import { addDays, computeNextMonday, type Day, plannedDaySchema } from '@/lib/domain/day';
import { OBJECTIVES, PLATFORMS, REGIONS, STEP_KINDS } from '@/lib/domain/lists';
import { isOwnStep } from '@/lib/domain/own-step';
import { type DecimalSign, writeTyped } from '@/lib/domain/typed-number';
import { typedNumber, typedNumberOrNone } from '@/lib/domain/typed-number-field';

const oneOrMany = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

const wholeNumberSchema = (name: 'hoursPerWeek' | 'workHoursPerWeek' | 'maxParallel', decimal: DecimalSign) =>
  typedNumber(decimal).pipe(preferencesSchema.shape[name].unwrap());

/** A date set by hand as the form holds it: the step and the day. */
const datesSchema = z.preprocess(
  oneOrMany,
  z
    .array(
      z
        .string({ error: 'Give a step and a day.' })
        .regex(/^\S{1,200} \d{4}-\d{2}-\d{2}$/, { error: 'Give a step and a day.' })
        .transform((text) => {
          const [step = '', on = ''] = text.split(' ');
          return { step, on };
        })
        .pipe(preferencesSchema.shape.dates.unwrap().element),
    )
    .max(200),
);

const offDaysSchema = z.preprocess(
  oneOrMany,
  z
    .array(z.union([z.literal(''), plannedDaySchema], { error: 'Give a day as YYYY-MM-DD.' }))
    .max(60, { error: 'Give at most 50 times off.' }),
);

/** So many weeks may lie between two times off that come again, and so many times off may be given. */
const MOST_EVERY = 26;
const MOST_TIMES = 50;

/** The last of some times off, once more every so many weeks until a day, as far as there is room for them and a plan may reach. */
function repeatLast(
  times: readonly { from: string; to: string }[],
  { every, until }: { every: number | null; until: string | null },
): { from: string; to: string }[] {
  const last = times.at(-1);
  const repeated = [...times];
  if (!last || every === null || until === null) return repeated;
  for (let turn = 1; repeated.length < MOST_TIMES; turn += 1) {
    const [from, to] = [last.from, last.to].map((day) => addDays(day, 7 * every * turn));
    if (!from || !to || from > until || !plannedDaySchema.safeParse(to).success) break;
    repeated.push({ from, to });
  }
  return repeated;
}

/** The first and last days of weeks off as the form holds them, without the pairs left empty. */
function pairDays(from: readonly string[], to: readonly string[]): { from: string; to: string }[] {
  return from
    .map((day, index) => ({ from: day, to: to[index] ?? '' }))
    .filter((pair) => pair.from !== '' || pair.to !== '');
}

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
      workHoursPerWeek: wholeNumberSchema('workHoursPerWeek', decimal),
      maxParallel: wholeNumberSchema('maxParallel', decimal),
      hourWorth: typedNumber(decimal).pipe(preferencesSchema.shape.hourWorth.unwrap()),
      budget: typedNumberOrNone(decimal).pipe(
        z
          .number({ error: 'Give the budget as a number such as 2000, or leave it empty for no limit.' })
          .nonnegative()
          .max(10_000_000, {
            error: 'Give a budget of at most 10,000,000, or leave it empty for no limit.',
          })
          .nullable(),
      ),
      currency: currencySchema,
      platform: z.preprocess(
        (text) => (text === '' ? null : text),
        z.enum(PLATFORMS, { error: 'Choose a platform from the list.' }).nullable(),
      ),
      leavePost: z.preprocess(oneOrMany, z.array(z.literal('yes', { error: 'Choose it or leave it.' }))),
      offFrom: offDaysSchema,
      offTo: offDaysSchema,
      offEvery: typedNumberOrNone(decimal)
        .pipe(
          z
            .int({ error: `Give whole weeks from 1 to ${MOST_EVERY}, or leave it empty.` })
            .min(1, { error: 'Give at least 1 week.' })
            .max(MOST_EVERY, { error: `Give at most ${MOST_EVERY} weeks.` })
            .nullable(),
        )
        .optional(),
      offUntil: z.preprocess((text) => text || null, plannedDaySchema.nullable()).optional(),
      region: z.enum(REGIONS, { error: 'Choose a region from the list.' }),
      start: plannedDaySchema,
      deadline: z.preprocess((text) => (text === '' ? null : text), plannedDaySchema.nullable()),
      dates: datesSchema,
      freeFrom: z.preprocess((text) => text || undefined, preferencesSchema.shape.freeFrom),
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
    .superRefine(({ offEvery = null, offUntil = null }, context) => {
      if ((offEvery === null) !== (offUntil === null))
        context.addIssue({
          code: 'custom',
          path: [offEvery === null ? 'offEvery' : 'offUntil'],
          message: 'Give both, how often the last time off comes again and until when, or leave both empty.',
        });
    })
    .superRefine(({ offFrom, offTo }, context) => {
      for (const { from, to } of pairDays(offFrom, offTo)) {
        if (from === '' || to === '')
          context.addIssue({
            code: 'custom',
            path: [from === '' ? 'offFrom' : 'offTo'],
            message: 'Give both the first and the last day of weeks off.',
          });
        else if (to < from)
          context.addIssue({
            code: 'custom',
            path: ['offTo'],
            message: 'Give a last day that is not before the first.',
          });
      }
    })
    .transform(
      ({
        budget,
        currency,
        holdings,
        basedOn,
        leavePost,
        offFrom,
        offTo,
        offEvery = null,
        offUntil = null,
        freeFrom,
        dates,
        ...rest
      }) => ({
        holdings,
        basedOn,
        leavePost: leavePost.length > 0,
        preferences: {
          ...rest,
          budget: budget === null ? null : { amount: budget, currency },
          weeksOff: repeatLast(pairDays(offFrom, offTo), { every: offEvery, until: offUntil }),
          ...(freeFrom !== undefined && { freeFrom }),
          ...(dates.length > 0 && { dates }),
        },
      }),
    );
}

/** The preferences of someone who has chosen none: the contract's defaults, from the next Monday on. */
export function buildDefaultPreferences({ today, region }: { today: Day; region: Region }): Preferences {
  return preferencesSchema.parse({ start: computeNextMonday(today), region });
}

/** The settings form filled in: the field names and texts that buildPlanSettingsSchema reads. */
export function toSettingsEntries({
  preferences,
  holdings,
  leavePost = false,
  basedOn,
}: {
  preferences: Preferences;
  holdings: readonly string[];
  leavePost?: boolean;
  basedOn: string | null;
}): Record<string, string | string[]> {
  const { hoursPerWeek, workHoursPerWeek, maxParallel, hourWorth, budget, region } = preferences;
  const { start, deadline, freeFrom, optimiseFor, platform, weeksOff } = preferences;
  return {
    hoursPerWeek: String(hoursPerWeek),
    workHoursPerWeek: String(workHoursPerWeek),
    maxParallel: String(maxParallel),
    hourWorth: writeTyped(hourWorth),
    platform: platform ?? '',
    leavePost: leavePost ? ['yes'] : [],
    offFrom: weeksOff.map(({ from }) => from),
    offTo: weeksOff.map(({ to }) => to),
    offEvery: '',
    offUntil: '',
    budget: budget ? writeTyped(budget.amount) : '',
    currency: budget?.currency ?? computeCurrency({ budget: null, region }),
    region,
    start,
    deadline: deadline ?? '',
    freeFrom: freeFrom ?? '',
    dates: (preferences.dates ?? []).map(({ step, on }) => `${step} ${on}`),
    optimiseFor,
    excludedKinds: [...preferences.excludedKinds],
    holdings: [...holdings],
    pinned: [...preferences.pinned],
    excluded: [...preferences.excluded],
    basedOn: basedOn ?? '',
  };
}
