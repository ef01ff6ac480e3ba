'use client';

import { SelectField, TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { saveStepAction } from './actions';

const STATUSES = [
  { value: 'todo', label: 'To do' },
  { value: 'in-progress', label: 'In progress' },
  { value: 'done', label: 'Done' },
  { value: 'dropped', label: 'Dropped' },
];

type StepFormProps = {
  step: string;
  title: string;
  status: string;
  hoursSpent: number | null;
  eventId: string | null;
};

export function StepForm({ step, title, status, hoursSpent, eventId }: StepFormProps) {
  const { state, failure, isPending, text, error, formProps } = useFormAction(saveStepAction);
  return (
    <form
      {...formProps}
      noValidate
      aria-label={`Progress of ${title}`}
      className="no-print flex flex-col gap-3"
    >
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="basedOn" value={eventId ?? ''} />
      <SelectField
        key={`status-${eventId}`}
        id={`status-${step}`}
        label="Status"
        name="status"
        options={STATUSES}
        defaultValue={text('status') ?? status}
        error={error('status')}
      />
      <TextField
        key={`hours-${eventId}`}
        id={`hours-${step}`}
        label="Hours spent"
        name="hoursSpent"
        inputMode="decimal"
        defaultValue={text('hoursSpent') ?? hoursSpent ?? ''}
        error={error('hoursSpent')}
      />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
          Save step
        </button>
        <span role="status" className="hint">
          {isPending ? 'Saving…' : state?.ok ? 'Saved.' : ''}
        </span>
      </div>
    </form>
  );
}
