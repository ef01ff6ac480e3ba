'use client';

import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { verifyEmailAction } from './actions';

export function VerifyEmailForm({ email }: { email: string }) {
  const { failure, isPending, formProps } = useFormAction(verifyEmailAction);
  return (
    <form {...formProps} className="card flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <p>
        Is <strong>{email}</strong> yours, and the account at Rung too?
      </p>
      <button type="submit" className="button" aria-disabled={isPending}>
        Confirm my address
      </button>
    </form>
  );
}
