'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { closeSharedPageAction } from './actions';

/** Ends the link of a page. */
export function EndForm({ id, name }: { id: string; name: string }) {
  const { failure, isPending, formProps } = useFormAction(closeSharedPageAction);
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
