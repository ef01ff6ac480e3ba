'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { moveAllAction } from './move-actions/actions';

/** Moves all that is left of a plan from today on. */
export function MoveAllForm({ planId, label }: { planId: string; label: string }) {
  const { failure, isPending, formProps } = useFormAction(moveAllAction);
  return (
    <Form {...formProps} className="mt-2 flex flex-wrap items-center gap-3">
      <input type="hidden" name="basedOn" value={planId} />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        {label}
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
