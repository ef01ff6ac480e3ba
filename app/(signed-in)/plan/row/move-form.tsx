'use client';

import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { moveStepAction } from '../move-actions/actions';

/** Moves a step by hand to the week of a day; `first` is the one that the field offers. */
export function MoveForm({ step, planId, first }: { step: string; planId: string; first: string }) {
  const { failure, isPending, text, error, formProps } = useFormAction(moveStepAction, {
    at: `/plan?move=${encodeURIComponent(step)}#${step}`,
  });
  return (
    <Form {...formProps} noValidate className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="basedOn" value={planId} />
      <TextField
        id={`to-${step}`}
        label="Begin in the week of"
        name="to"
        type="date"
        defaultValue={text('to') ?? first}
        error={error('to')}
      />
      {failure && !error('to') ? <Notice tone="problem">{failure.message}</Notice> : null}
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        Move it
      </button>
      <a href={`/plan#${step}`} className="inline-flex min-h-11 items-center">
        Cancel
      </a>
    </Form>
  );
}
