import { z } from 'zod';
import type { Career } from './career/career';
import { type Day, daySchema } from './day';
import { type Month, monthSchema, readTypedMonth } from './month';
import type { HoldingFacts } from './work';

// The forms of what a person works as and holds. Each is drawn from the texts that these schemas read.

const monthFieldSchema = z.string().max(40).transform(readTypedMonth);
const orNone = <T extends z.ZodType<string | null>>(schema: T) =>
  z.preprocess((text) => (text === '' || text === undefined ? null : text), schema);
const optionalMonthSchema = orNone(monthFieldSchema.pipe(monthSchema).nullable());
const optionalDaySchema = orNone(daySchema.nullable());

const postIdSchema = (career: Career) =>
  z
    .string({ error: 'Choose a post from the list.' })
    .refine((id) => career.postById.has(id), { error: 'Choose a post from the list.' });

const isInOrder = ({ since, until }: { since: Month; until: Month | null }) =>
  until === null || until >= since;
const NOT_IN_ORDER = { path: ['until'], error: 'Give a month that is not before the first.' };

const SINCE_AHEAD = { path: ['since'], error: 'Give a month that has begun: this one lies ahead.' };

/** A post that a person holds or held. `until` may be left empty. */
export function buildHeldPostSchema(career: Career, today: Day) {
  return z
    .strictObject({
      post: postIdSchema(career),
      since: monthFieldSchema.pipe(monthSchema),
      until: optionalMonthSchema,
    })
    .refine(isInOrder, NOT_IN_ORDER)
    .refine(({ since }) => since <= today.slice(0, 7), SINCE_AHEAD);
}

/** The same with the post that it changes. */
export function buildChangedPostSchema(career: Career, today: Day) {
  return z
    .strictObject({
      id: z.string().max(200),
      basedOn: z.string().max(100),
      post: postIdSchema(career),
      since: monthFieldSchema.pipe(monthSchema),
      until: optionalMonthSchema,
    })
    .refine(isInOrder, NOT_IN_ORDER)
    .refine(({ since }) => since <= today.slice(0, 7), SINCE_AHEAD);
}

/** What is held: a tick each, with the month since which and the day on which it expires where that is known. */
export function buildHoldingsSchema(career: Career) {
  const byId = <T extends z.ZodType>(value: T) =>
    z
      .record(z.string().max(200), value)
      .default({})
      .refine((given) => Object.keys(given).every((id) => career.holdingById.has(id)), {
        error: 'This does not exist.',
      });
  return z
    .strictObject({
      held: z.preprocess(
        (value) => [value ?? []].flat(),
        z.array(z.string().refine((id) => career.holdingById.has(id), { error: 'This does not exist.' })),
      ),
      since: byId(optionalMonthSchema),
      expiresOn: byId(optionalDaySchema),
    })
    .transform(({ held, since, expiresOn }) =>
      [...new Set(held)].map((id) => ({ id, since: since[id] ?? null, expiresOn: expiresOn[id] ?? null })),
    );
}

/** The same form filled in, for the holdings given. */
export function toHoldingsEntries(
  held: readonly Pick<HoldingFacts, 'id' | 'since' | 'expiresOn'>[],
  shown: readonly string[],
): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = { held: held.map(({ id }) => id) };
  for (const id of shown) {
    const one = held.find((holding) => holding.id === id);
    entries[`since.${id}`] = one?.since ?? '';
    entries[`expiresOn.${id}`] = one?.expiresOn ?? '';
  }
  return entries;
}

const certificateFields = (career: Career) => ({
  step: z
    .string({ error: 'Choose a certificate from the list.' })
    .refine((id) => career.stepById.get(id)?.kind === 'certification', {
      error: 'Choose a certificate from the list.',
    }),
  earnedOn: optionalDaySchema,
  expiresOn: optionalDaySchema,
});

const isValidAfter = ({ earnedOn, expiresOn }: { earnedOn: Day | null; expiresOn: Day | null }) =>
  !earnedOn || !expiresOn || expiresOn > earnedOn;
const NOT_AFTER = { path: ['expiresOn'], error: 'Give a day after the one on which you earned it.' };

/** A certificate that a person holds. Both days may be left empty. */
export function buildCertificateSchema(career: Career, today: Day) {
  return z
    .strictObject(certificateFields(career))
    .refine(isValidAfter, NOT_AFTER)
    .refine(({ earnedOn }) => !earnedOn || earnedOn <= today, {
      path: ['earnedOn'],
      error: 'Give a day that is not still to come.',
    });
}

const rowsOf = <T extends z.ZodType>(row: T) =>
  z
    .record(z.string().regex(/^\d{1,3}$/), z.unknown())
    .default({})
    .transform((rows) =>
      Object.fromEntries(
        Object.entries(rows)
          .filter(([, one]) => isTaken(one))
          .slice(0, 60),
      ),
    )
    .pipe(z.record(z.string(), row));

const isTaken = (row: unknown): boolean => typeof row === 'object' && row !== null && 'take' in row;

/** What of a résumé is confirmed: rows by number, of which those without a tick are left out whatever they hold. */
export function buildResumeConfirmationSchema(career: Career, today: Day) {
  const take = z.literal('on');
  return z.strictObject({
    posts: rowsOf(
      z
        .strictObject({
          take,
          post: postIdSchema(career),
          since: monthFieldSchema.pipe(monthSchema),
          until: optionalMonthSchema,
        })
        .refine(isInOrder, NOT_IN_ORDER)
        .refine(({ since }) => since <= today.slice(0, 7), SINCE_AHEAD),
    ),
    holdings: rowsOf(
      z.strictObject({
        take,
        holding: z.string().refine((id) => career.holdingById.has(id), { error: 'This does not exist.' }),
        since: optionalMonthSchema,
      }),
    ),
    certificates: rowsOf(
      z.strictObject({ take, ...certificateFields(career) }).refine(isValidAfter, NOT_AFTER),
    ),
  });
}
