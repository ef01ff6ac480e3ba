'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { restoreCheckInAction } from './actions';

export function UndoDeletionForm({ id }: { id: string }) {
  const { failure, isPending, formProps } = useFormAction(restoreCheckInAction);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      <input type="hidden" name="id" value={id} />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        Undo
      </button>
      {failure ? <span>{failure.message}</span> : null}
    </Form>
  );
}
