'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { takeReplannedAction } from '../actions';

export function TakeReplannedForm({ planId }: { planId: string }) {
  const { failure, isPending, formProps } = useFormAction(takeReplannedAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-4">
      <input type="hidden" name="basedOn" value={planId} />
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <button type="submit" className="button" aria-disabled={isPending}>
        Take it
      </button>
    </Form>
  );
}
