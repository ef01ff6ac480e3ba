import { z } from 'zod';
import { addDays, type Day, daySchema } from '../day';

/** What somebody who is asked may see; nothing of it by default. */
export const MAY_SEE = ['evidence', 'goal'] as const;
export type MaySee = (typeof MAY_SEE)[number];

/** Second looks that one person may have asked for, ended ones too. */
export const MOST_SECOND_LOOKS = 200;
export const ASKED_NAME_MAX_LENGTH = 100;
/** Days that a link may stay open. */
export const LONGEST_DAYS = 180;
/** How old an own rating may be when somebody answers, to be set beside the answer. */
export const OWN_RATING_DAYS = 30;

const listOf = <T extends string>(one: z.ZodType<T, string>, most: number) =>
  z
    .union([one.transform((value) => [value]), z.array(one).max(most)])
    .default([])
    .transform((values) => [...new Set(values)]);

/** The form with which a person asks somebody. Days are the person's own. */
export function buildAskSchema({ skills, today }: { skills: readonly string[]; today: Day }) {
  return z.strictObject({
    name: z
      .string()
      .trim()
      .min(1, { error: 'Give a name: how you call the person you ask.' })
      .max(ASKED_NAME_MAX_LENGTH, {
        error: `Keep the name to ${ASKED_NAME_MAX_LENGTH} characters or fewer.`,
      }),
    skills: listOf(z.enum(skills, { error: 'There is no such skill.' }), skills.length).refine(
      (chosen) => chosen.length > 0,
      { error: 'Choose at least one skill.' },
    ),
    sees: listOf(z.enum(MAY_SEE), MAY_SEE.length),
    until: daySchema.refine((day) => day >= today && day <= addDays(today, LONGEST_DAYS), {
      error: `Give a day from today to ${LONGEST_DAYS} days from now.`,
    }),
    email: z.union([z.literal(''), z.email({ error: 'This is no email address.' }).max(254)]).default(''),
  });
}
