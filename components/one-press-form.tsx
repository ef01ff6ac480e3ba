'use client';

import type { ReactNode } from 'react';
import { Form } from './form';
import { HiddenEntries } from './hidden-entries';
import { type Answer, useFormAction } from './use-form-action';

/** A quiet button that does one thing, and says beside it where that may not be. `label` is its name where its text is short. */
export function OnePressForm<State extends Answer>({
  action,
  entries,
  label,
  children,
}: {
  action: (previous: State | null, formData: FormData) => Promise<State>;
  entries: Readonly<Record<string, string>>;
  label?: string;
  children: ReactNode;
}) {
  const { failure, isPending, formProps } = useFormAction(action);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      <HiddenEntries entries={entries} />
      <button type="submit" className="button" data-look="quiet" aria-label={label} aria-disabled={isPending}>
        {children}
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
