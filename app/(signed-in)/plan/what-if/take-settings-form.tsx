'use client';

import { Form } from '@/components/form';
import { HiddenEntries } from '@/components/hidden-entries';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { makePlanAction } from '../actions';

export function TakeSettingsForm({ entries }: { entries: Record<string, string | string[]> }) {
  const { failure, isPending, formProps } = useFormAction(makePlanAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-4">
      <HiddenEntries entries={entries} />
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <button type="submit" className="button" aria-disabled={isPending}>
        Take it
      </button>
    </Form>
  );
}
