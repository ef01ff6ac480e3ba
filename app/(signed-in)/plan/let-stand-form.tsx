'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { letStandAction } from './move-actions/actions';

/** Leaves open what only a dropped step would have taught. */
export function LetStandForm({
  step,
  planId,
  label,
  readiness,
}: {
  step: string;
  planId: string;
  label: string;
  readiness: number;
}) {
  const { failure, isPending, formProps } = useFormAction(letStandAction, {
    at: `/plan?dropped=${encodeURIComponent(step)}#${step}`,
  });
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-x-3">
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="basedOn" value={planId} />
      <button type="submit" className="small-button" aria-disabled={isPending}>
        {label}
      </button>
      <span className="hint">{failure?.message ?? `ends at ${readiness}% ready`}</span>
    </Form>
  );
}
