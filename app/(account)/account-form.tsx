'use client';

import type { ReactNode } from 'react';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import type { FormAction } from '@/components/use-form-action';

/** The one form of a page: what went wrong above its fields, and its button below them. */
export function AccountForm({
  form: { failure, isPending, formProps },
  button,
  children,
}: {
  form: Pick<FormAction, 'failure' | 'isPending' | 'formProps'>;
  button: string;
  children: ReactNode;
}) {
  return (
    <Form {...formProps} className="card flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {children}
      <button type="submit" className="button" aria-disabled={isPending}>
        {button}
      </button>
    </Form>
  );
}
