import { z } from 'zod';
import { addDays, type Day, daySchema } from '../day';
import { SHARED_KINDS, SHARED_PARTS } from './kinds';

/** Pages that one person may have shared, ended ones too. */
export const MOST_SHARED_PAGES = 200;
export const SHARED_NAME_MAX_LENGTH = 100;
/** Days that a page may stay open. */
export const LONGEST_SHARED_DAYS = 180;

/** The form with which a person shares a page. Days are the person's own. */
export function buildShareSchema({ today }: { today: Day }) {
  const part = z.enum(SHARED_PARTS);
  return z
    .strictObject({
      name: z
        .string()
        .trim()
        .min(1, { error: 'Say whom it is for, so that you know the link again.' })
        .max(SHARED_NAME_MAX_LENGTH, {
          error: `Keep it to ${SHARED_NAME_MAX_LENGTH} characters or fewer.`,
        }),
      kind: z.enum(SHARED_KINDS, { error: 'Choose what to show.' }),
      parts: z
        .union([part.transform((one) => [one]), z.array(part).max(SHARED_PARTS.length)])
        .default([])
        .transform((parts) => SHARED_PARTS.filter((known) => parts.includes(known))),
      since: z
        .union([z.literal(''), daySchema], { error: 'Give a day as YYYY-MM-DD, or leave it empty.' })
        .default(''),
      until: daySchema.refine((day) => day >= today && day <= addDays(today, LONGEST_SHARED_DAYS), {
        error: `Give a day from today to ${LONGEST_SHARED_DAYS} days from now.`,
      }),
    })
    .refine(({ kind, since }) => kind !== 'record' || since === '' || since <= today, {
      error: 'Give a day that is not still to come.',
      path: ['since'],
    })
    .transform(({ since, ...page }) => ({
      ...page,
      since: page.kind === 'record' && since !== '' ? since : null,
    }));
}
