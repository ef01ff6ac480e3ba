'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { putBackEvidenceAction, removeEvidenceAction } from './actions';

const ACTS = { remove: removeEvidenceAction, 'put-back': putBackEvidenceAction };

/** A button that does one thing with one item. */
export function OneButtonForm({
  act,
  id,
  label,
  children,
}: {
  act: keyof typeof ACTS;
  id: string;
  label: string;
  children: string;
}) {
  const { failure, isPending, formProps } = useFormAction(ACTS[act]);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button" data-look="quiet" aria-label={label} aria-disabled={isPending}>
        {children}
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
