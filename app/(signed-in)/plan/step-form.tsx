'use client';

import { useEffect, useRef } from 'react';
import { SelectField, TextAreaField, TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { writeTyped } from '@/lib/domain/typed-number';
import { saveStepAction } from './actions';
import { STEP_STATUS_LABELS } from './step-status-labels';
import { UndoStepForm } from './undo-step-form';

const STATUSES = Object.entries(STEP_STATUS_LABELS).map(([value, label]) => ({ value, label }));

export type StepFormProps = {
  step: string;
  title: string;
  /** What is recorded of it now, as the fields' texts. */
  recorded: {
    status: string;
    hoursSpent: number | null;
    startedOn: string | null;
    finishedOn: string | null;
    expiresOn: string | null;
    evidence: string | null;
    note: string | null;
  };
  canExpire: boolean;
  eventId: string | null;
};

function writeField(value: string | number | null): string {
  return typeof value === 'number' ? writeTyped(value) : (value ?? '');
}

export function StepForm({ step, title, recorded, canExpire, eventId }: StepFormProps) {
  const { state, failure, isPending, text, error, formProps } = useFormAction(saveStepAction);
  const fieldOf = (name: Exclude<keyof StepFormProps['recorded'], 'status'>) => ({
    key: `${name}-${eventId}`,
    id: `${name}-${step}`,
    name,
    defaultValue: text(name) ?? writeField(recorded[name]),
    error: error(name),
  });
  const hasFault = ['startedOn', 'finishedOn', 'expiresOn', 'evidence', 'note'].some((name) => error(name));
  // What was saved makes the fields anew, and one in which Enter was pressed would lose the focus.
  const sentFrom = useRef<string | null>(null);
  useEffect(() => {
    const field = eventId && sentFrom.current ? document.getElementById(sentFrom.current) : null;
    if (field && document.activeElement === document.body) field.focus();
    sentFrom.current = null;
  }, [eventId]);
  const onSubmit: typeof formProps.onSubmit = (event) => {
    sentFrom.current = document.activeElement?.id ?? null;
    formProps.onSubmit?.(event);
  };
  const { key: hoursKey, ...hours } = fieldOf('hoursSpent');
  const { key: startedKey, ...started } = fieldOf('startedOn');
  const { key: finishedKey, ...finished } = fieldOf('finishedOn');
  const { key: expiresKey, ...expires } = fieldOf('expiresOn');
  const { key: evidenceKey, ...evidence } = fieldOf('evidence');
  const { key: noteKey, ...note } = fieldOf('note');
  return (
    <div className="no-print flex flex-col gap-3">
      <form
        {...formProps}
        onSubmit={onSubmit}
        noValidate
        aria-label={`Progress of ${title}`}
        className="flex flex-col gap-3"
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
          defaultValue={text('status') ?? recorded.status}
          error={error('status')}
        />
        <TextField key={hoursKey} label="Hours spent" inputMode="decimal" {...hours} />
        <details open={hasFault || undefined}>
          <summary>Dates, evidence and note</summary>
          <div className="mt-2 flex flex-col gap-3">
            <TextField key={startedKey} label="Started on" type="date" {...started} />
            <TextField key={finishedKey} label="Finished on" type="date" {...finished} />
            {canExpire || recorded.expiresOn ? (
              <TextField
                key={expiresKey}
                label="Expires on"
                type="date"
                hint="Filled in from the catalogue when you finish it."
                {...expires}
              />
            ) : null}
            <TextField key={evidenceKey} label="Evidence" hint="A link or a few words." {...evidence} />
            <TextAreaField key={noteKey} label="Note" {...note} />
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
            {isPending ? 'Saving…' : state?.ok && state.data === eventId ? 'Saved.' : ''}
          </span>
        </div>
      </form>
      {eventId ? <UndoStepForm step={step} title={title} eventId={eventId} /> : null}
    </div>
  );
}
