'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { deleteCheckInAction } from '../actions';

/** `label` says which, where a page has several. */
export function DeleteCheckInForm({ id, label }: { id: string; label?: string }) {
  const { failure, isPending, formProps } = useFormAction(deleteCheckInAction);
  return (
    <Form {...formProps} className="flex flex-col gap-3">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="id" value={id} />
      <div>
        <button type="submit" className="button" data-look="danger" aria-disabled={isPending}>
          {label ?? 'Delete check-in'}
        </button>
      </div>
    </Form>
  );
}
