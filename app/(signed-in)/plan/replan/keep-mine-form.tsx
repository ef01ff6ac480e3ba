'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { keepMineAction } from '../actions';

/** Turns an offer down, for as long as nothing that it rests on changes. */
export function KeepMineForm({ planId, label }: { planId: string; label: string }) {
  const { failure, isPending, formProps } = useFormAction(keepMineAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="basedOn" value={planId} />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        {label}
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
