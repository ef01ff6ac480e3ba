import { z } from 'zod';
import { basedOnSchema } from './based-on';
import { EVIDENCE_MAX_LENGTH } from './check-in-limits';
import { MOST_STEP_HOURS } from './limits';
import type { StepRecord } from './step-progress';
import type { DecimalSign } from './typed-number';
import { typedNumberOrNone } from './typed-number-field';

/** A week has no more. */
const MOST_HOURS = 168;

function buildRowSchema(decimal: DecimalSign) {
  return z.strictObject({
    hours: typedNumberOrNone(decimal)
      .pipe(
        z
          .number({ error: 'Give the hours as a number such as 3 or 1.5, or leave it empty.' })
          .nonnegative()
          .max(MOST_HOURS, { error: `A week has ${MOST_HOURS} hours.` })
          .nullable(),
      )
      .default(null),
    did: z
      .string()
      .trim()
      .max(EVIDENCE_MAX_LENGTH, { error: `Keep it to ${EVIDENCE_MAX_LENGTH} characters or fewer.` })
      .default('')
      .transform((text) => text || null),
    isDone: z
      .literal('on')
      .optional()
      .transform((value) => value === 'on'),
    basedOn: basedOnSchema,
  });
}

/** The form of a week, a row a step. Rows that say nothing are left out. */
export function buildWeekSchema(decimal: DecimalSign = '.') {
  return z
    .strictObject({ rows: z.record(z.string().max(200), buildRowSchema(decimal)).default({}) })
    .transform(({ rows }) =>
      Object.entries(rows).flatMap(([step, row]) =>
        row.hours || row.did !== null || row.isDone ? [{ step, ...row }] : [],
      ),
    );
}

export type WeekRow = z.output<ReturnType<typeof buildWeekSchema>>[number];

/** How a step stands after a week: its hours are added, and what was done is what shows it. */
export function addWeek(before: StepRecord, { hours, did, isDone }: WeekRow): StepRecord {
  const { status, hoursSpent, startedOn, finishedOn, expiresOn, evidence, note } = before;
  return {
    status: isDone ? 'done' : status,
    hoursSpent: hours ? Math.min(MOST_STEP_HOURS, (hoursSpent ?? 0) + hours) : hoursSpent,
    startedOn,
    finishedOn,
    expiresOn,
    evidence: did ?? evidence,
    note,
  };
}
