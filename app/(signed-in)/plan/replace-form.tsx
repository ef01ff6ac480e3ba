'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { takeReplannedAction } from './actions';

/** Takes the plan that replanning offers in the place of a dropped step, by the same act as where it is looked at. */
export function ReplaceForm({ step, planId, price }: { step: string; planId: string; price: string }) {
  const { failure, isPending, formProps } = useFormAction(takeReplannedAction, {
    at: `/plan?dropped=${encodeURIComponent(step)}#${step}`,
  });
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-x-3">
      <input type="hidden" name="basedOn" value={planId} />
      <button type="submit" className="small-button" aria-disabled={isPending}>
        Replace it
      </button>
      <span className="hint">{failure?.message ?? price}</span>
    </Form>
  );
}
