import { z } from 'zod';
import { basedOnSchema } from './based-on';
import type { Step } from './career/schema';
import { EVIDENCE_MAX_LENGTH, NOTE_MAX_LENGTH } from './check-in-limits';
import { addMonths, type Day, plannedDaySchema } from './day';
import { MOST_STEP_HOURS } from './limits';
import { STEP_STATUSES } from './lists';
import type { StepStatus } from './planner/document';
import { type DecimalSign, writeTyped } from './typed-number';
import { typedNumberOrNone } from './typed-number-field';

const dayFieldSchema = z.preprocess(
  (text) => (text === '' || text === undefined ? null : text),
  plannedDaySchema.nullable(),
);

const textFieldSchema = (what: string, most: number) =>
  z
    .string({ error: `Give the ${what} as text.` })
    .trim()
    .max(most, { error: `Keep the ${what} to ${most} characters or fewer.` })
    .default('')
    .transform((text) => text || null);

/** The form that records how a step stands, with hours of the decimal sign given. All but the status may be left empty. */
export function buildStepProgressSchema(decimal: DecimalSign = '.') {
  return z
    .strictObject({
      step: z.string().max(200, { error: 'This step does not exist.' }),
      status: z.enum(STEP_STATUSES, { error: 'Choose a status from the list.' }),
      hoursSpent: typedNumberOrNone(decimal).pipe(
        z
          .number({ error: 'Give the hours as a number such as 12 or 7.5, or leave it empty.' })
          .nonnegative()
          .max(MOST_STEP_HOURS, { error: `Give at most ${MOST_STEP_HOURS} hours.` })
          .nullable(),
      ),
      startedOn: dayFieldSchema,
      finishedOn: dayFieldSchema,
      expiresOn: dayFieldSchema,
      evidence: textFieldSchema('evidence', EVIDENCE_MAX_LENGTH),
      note: textFieldSchema('note', NOTE_MAX_LENGTH),
      basedOn: basedOnSchema,
    })
    .refine(({ startedOn, finishedOn }) => !startedOn || !finishedOn || finishedOn >= startedOn, {
      path: ['finishedOn'],
      error: 'Give a last day that is not before the first.',
    })
    .refine(({ finishedOn, expiresOn }) => !finishedOn || !expiresOn || expiresOn > finishedOn, {
      path: ['expiresOn'],
      error: 'Give a day after the one on which you finished, or leave it empty.',
    });
}

export type StepRecord = {
  status: StepStatus;
  hoursSpent: number | null;
  startedOn: Day | null;
  finishedOn: Day | null;
  expiresOn: Day | null;
  evidence: string | null;
  note: string | null;
};

/** How a step stands that nothing was recorded of. */
export const UNTOUCHED: StepRecord = {
  status: 'todo',
  hoursSpent: null,
  startedOn: null,
  finishedOn: null,
  expiresOn: null,
  evidence: null,
  note: null,
};

/**
 * Fills in what a record implies: today for the day of a step just begun or finished, and for one that has just
 * been finished the day on which it expires by the catalogue. A step to do has no days.
 */
export function completeStepRecord({
  record,
  before,
  step,
  today,
}: {
  record: StepRecord;
  before: StepRecord | null;
  step: Pick<Step, 'validityMonths'> | undefined;
  today: Day;
}): StepRecord {
  const { status } = record;
  const isBegun = status === 'in-progress' || status === 'done';
  const finishedOn = status === 'done' ? (record.finishedOn ?? today) : null;
  const begun = record.startedOn ?? (isBegun ? today : null);
  const isNewlyDone = status === 'done' && before?.status !== 'done';
  const months = step?.validityMonths ?? null;
  return {
    ...record,
    startedOn: status === 'todo' ? null : begun && finishedOn && begun > finishedOn ? finishedOn : begun,
    finishedOn,
    expiresOn:
      status === 'done'
        ? (record.expiresOn ??
          (isNewlyDone && months !== null && finishedOn ? addMonths(finishedOn, months) : null))
        : null,
  };
}

/** The form of a step filled in from the event that stands, or from none. */
export function toStepEntries(event: (StepRecord & { id: string }) | null): Record<string, string> {
  const { status, ...rest } = event ?? UNTOUCHED;
  const fields = ['hoursSpent', 'startedOn', 'finishedOn', 'expiresOn', 'evidence', 'note'] as const;
  const write = (value: string | number | null) =>
    typeof value === 'number' ? writeTyped(value) : (value ?? '');
  const texts = fields.map((name) => [name, write(rest[name])]);
  return { status, ...Object.fromEntries(texts), basedOn: event?.id ?? '' };
}
