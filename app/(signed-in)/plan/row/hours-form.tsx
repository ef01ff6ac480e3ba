'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { logHoursAction } from './actions';
import { useAnswerAt } from './use-answer-at';

/** Adds hours to those of a step. */
export function HoursForm({
  step,
  eventId,
  spent,
  on,
}: {
  step: string;
  eventId: string;
  spent: string;
  on: '/plan' | '/home';
}) {
  const { state, failure, isPending, text, error, formProps } = useFormAction(logHoursAction, {
    at: `${on}?log=${encodeURIComponent(step)}#${step}`,
  });
  useAnswerAt(state);
  const field = `hours-${step}`;
  return (
    <Form {...formProps} noValidate className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="on" value={on} />
      <input type="hidden" name="basedOn" value={eventId} />
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <label htmlFor={field}>Hours to add</label>
      <input
        id={field}
        name="hours"
        inputMode="decimal"
        className="input max-w-24"
        defaultValue={text('hours')}
        aria-invalid={error('hours') ? true : undefined}
        aria-describedby={`${field}-hint`}
      />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        Add hours
      </button>
      <a href={`${on}#${step}`} className="inline-flex min-h-11 items-center">
        Cancel
      </a>
      <span id={`${field}-hint`} className={error('hours') ? 'field-error' : 'hint'}>
        {error('hours') ?? spent}
      </span>
    </Form>
  );
}
