import { z } from 'zod';
import { basedOnSchema } from './based-on';
import { STEP_STATUSES } from './planner/document';
import { readTypedNumberOrNone } from './typed-number';

const HOURS_MAX = 20_000;

/** The form that records how a step stands: hours spent are a number of hours, or empty where not counted. */
export const stepProgressSchema = z.strictObject({
  step: z.string().max(200, { error: 'This step does not exist.' }),
  status: z.enum(STEP_STATUSES, { error: 'Choose To do, In progress, Done or Dropped.' }),
  hoursSpent: z
    .unknown()
    .transform(readTypedNumberOrNone)
    .pipe(
      z
        .number({ error: 'Give the hours as a number such as 12 or 7.5, or leave it empty.' })
        .nonnegative()
        .max(HOURS_MAX, { error: `Give at most ${HOURS_MAX} hours.` })
        .nullable(),
    ),
  basedOn: basedOnSchema,
});
