'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { HiddenEntries } from '../hidden-entries';
import { retireOwnStepAction } from './actions';

/** Takes a step out of planning, or brings it back. */
export function RetireForm({ id, isRetired }: { id: string; isRetired: boolean }) {
  const { failure, isPending, formProps } = useFormAction(retireOwnStepAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      <HiddenEntries entries={{ id, isRetired: String(isRetired) }} />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        {isRetired ? 'Bring back' : 'Take out of planning'}
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
