'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { takeEarlierPlanAction } from '../actions';
import { HiddenEntries } from '../hidden-entries';

export function TakeEarlierForm({ plan, basedOn }: { plan: string; basedOn: string }) {
  const { failure, isPending, formProps } = useFormAction(takeEarlierPlanAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      <HiddenEntries entries={{ plan, basedOn }} />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        Take this plan again
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
