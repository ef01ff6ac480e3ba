'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { closeSecondLookAction } from './actions';

/** Ends a link. What was not given by then goes with it. */
export function CloseForm({ id, name }: { id: string; name: string }) {
  const { failure, isPending, formProps } = useFormAction(closeSecondLookAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className="button"
        data-look="quiet"
        aria-label={`End the link for ${name}`}
        aria-disabled={isPending}
      >
        End the link
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
