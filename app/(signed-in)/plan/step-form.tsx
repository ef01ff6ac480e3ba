'use client';

import { SelectField, TextAreaField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { STEP_STATUS_LABELS } from '@/lib/wording/step-statuses';
import { saveStepAction } from './actions';
import { UndoButton } from './row/undo-button';
import { useAnswerAt } from './row/use-answer-at';

const STATUSES = Object.entries(STEP_STATUS_LABELS).map(([value, label]) => ({ value, label }));

export type StepFormProps = {
  step: string;
  title: string;
  /** What is recorded of it now, as the fields hold it. */
  drawnFrom: Record<string, string>;
  canExpire: boolean;
  eventId: string | null;
};

export function StepForm({ step, title, drawnFrom, canExpire, eventId }: StepFormProps) {
  const { state, failure, isPending, text, error, formProps } = useFormAction(saveStepAction, {
    at: `/plan?edit=${encodeURIComponent(step)}#${step}`,
  });
  useAnswerAt(state);
  const fieldOf = (name: string) => ({
    id: `${name}-${step}`,
    name,
    defaultValue: text(name) ?? drawnFrom[name] ?? '',
    error: error(name),
  });
  const hasFault = ['startedOn', 'finishedOn', 'expiresOn', 'evidence', 'note'].some((name) => error(name));
  return (
    <div className="no-print flex flex-col gap-3">
      <Form
        {...formProps}
        drawnFrom={drawnFrom}
        noValidate
        aria-label={`Progress of ${title}`}
        className="flex flex-col gap-3"
      >
        {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="basedOn" value={eventId ?? ''} />
        <SelectField label="Status" options={STATUSES} {...fieldOf('status')} />
        <TextField label="Hours spent" inputMode="decimal" {...fieldOf('hoursSpent')} />
        <details open={hasFault || undefined}>
          <summary>Dates, evidence and note</summary>
          <div className="mt-2 flex flex-col gap-3">
            <TextField label="Started on" type="date" {...fieldOf('startedOn')} />
            <TextField label="Finished on" type="date" {...fieldOf('finishedOn')} />
            {canExpire || drawnFrom.expiresOn ? (
              <TextField
                label="Expires on"
                type="date"
                hint="Filled in for you when you finish it."
                {...fieldOf('expiresOn')}
              />
            ) : null}
            <TextField label="Evidence" hint="A link or a few words." {...fieldOf('evidence')} />
            <TextAreaField label="Note" {...fieldOf('note')} />
          </div>
        </details>
        <div className="flex flex-wrap items-center gap-3">
          <button
            type="submit"
            aria-label={`Save step for ${title}`}
            className="button"
            data-look="quiet"
            aria-disabled={isPending}
          >
            Save step
          </button>
          <span role="status" className="hint">
            {isPending ? 'Saving…' : ''}
          </span>
        </div>
      </Form>
      {eventId ? <UndoButton step={step} title={title} eventId={eventId} /> : null}
    </div>
  );
}
