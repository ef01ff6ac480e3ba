'use client';

import { SelectField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { chooseLevelKindAction } from './actions';

const OPTIONS = [
  { value: 'own', label: 'My own ratings' },
  { value: 'agreed', label: 'Agreed where there is one' },
];

/** Which levels gap and plan count with. */
export function LevelKindForm({ kind }: { kind: 'own' | 'agreed' }) {
  const { state, failure, isPending, formProps, text } = useFormAction(chooseLevelKindAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-end gap-4">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <SelectField
        label="Gap and plan count with"
        name="kind"
        options={OPTIONS}
        defaultValue={text('kind') ?? kind}
      />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        Save
      </button>
      <span role="status">{state?.ok ? 'Saved.' : ''}</span>
    </Form>
  );
}
