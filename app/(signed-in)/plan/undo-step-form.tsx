'use client';

import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { undoStepAction } from './actions';
import { HiddenEntries } from './hidden-entries';

export function UndoStepForm({ step, title, eventId }: { step: string; title: string; eventId: string }) {
  const { state, failure, isPending, formProps } = useFormAction(undoStepAction);
  return (
    <Form {...formProps} aria-label={`Undo for ${title}`} className="flex flex-wrap items-center gap-3">
      <HiddenEntries entries={{ step, basedOn: eventId }} />
      <button
        type="submit"
        aria-label={`Undo last change for ${title}`}
        className="button"
        data-look="quiet"
        aria-disabled={isPending}
      >
        Undo last change
      </button>
      <span role="status">{failure?.message ?? (state?.ok && state.data === eventId ? 'Undone.' : '')}</span>
    </Form>
  );
}
