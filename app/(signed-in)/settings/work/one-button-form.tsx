'use client';

import type { ReactNode } from 'react';
import { Form } from '@/components/form';
import { useFormAction } from '@/components/use-form-action';
import { addPostAction, removeCertificateAction, removePostAction } from './actions';

const ACTIONS = {
  'remove-post': removePostAction,
  'put-back-post': addPostAction,
  'remove-certificate': removeCertificateAction,
};

/** One act on one thing, by a button. */
export function OneButtonForm({
  act,
  entries,
  children,
}: {
  act: keyof typeof ACTIONS;
  entries: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  const { failure, isPending, formProps } = useFormAction(ACTIONS[act]);
  return (
    <Form {...formProps} className="flex flex-wrap items-center gap-3">
      {Object.entries(entries).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        {children}
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
