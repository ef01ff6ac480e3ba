'use client';

import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { keepEmailAction } from './actions';

export function KeepEmailForm({ email }: { email: string }) {
  const { failure, isPending, formProps } = useFormAction(keepEmailAction);
  return (
    <form {...formProps} className="card flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <p>
        Did somebody else ask for another address? Then the account keeps <strong>{email}</strong>, or gets it
        back, and every browser is signed out.
      </p>
      <button type="submit" className="button" aria-disabled={isPending}>
        Keep my address
      </button>
    </form>
  );
}
