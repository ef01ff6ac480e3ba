'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { takeProvedPlanAction } from './actions';

export function TakePlanForm({ planId }: { planId: string }) {
  const { failure, isPending, formProps } = useFormAction(takeProvedPlanAction);
  return (
    <Form {...formProps} className="mt-3 flex flex-wrap items-center gap-3">
      <input type="hidden" name="basedOn" value={planId} />
      <button type="submit" className="button" aria-disabled={isPending}>
        Take it
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
