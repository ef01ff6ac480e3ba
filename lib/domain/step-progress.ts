import { z } from 'zod';
import { stepStatusSchema } from './planner/document';

const HOURS_MAX = 20_000;

/** The form that records how a step stands: hours spent are a number of hours, or empty where not counted. */
export const stepProgressSchema = z.strictObject({
  step: z.string().max(200),
  status: stepStatusSchema,
  hoursSpent: z
    .string()
    .trim()
    .max(20)
    .transform((text) => (text === '' ? null : Number(text.replace(/[\s,]/g, '') || Number.NaN)))
    .pipe(
      z
        .number({ error: 'Give the hours as a number such as 12 or 7.5, or leave it empty.' })
        .nonnegative({ error: 'Give hours of 0 or more.' })
        .max(HOURS_MAX, { error: `Give at most ${HOURS_MAX} hours.` })
        .nullable(),
    ),
  basedOn: z
    .string()
    .max(100)
    .transform((id) => id || null),
});
