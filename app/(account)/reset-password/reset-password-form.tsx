'use client';

import { TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { resetPasswordAction } from './actions';

export function ResetPasswordForm() {
  const { failure, isPending, error, formProps } = useFormAction(resetPasswordAction);
  return (
    <form {...formProps} className="card flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <TextField
        label="New password"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        required
        hint="15 to 128 characters. Every browser that is signed in now is signed out."
        error={error('newPassword')}
      />
      <button type="submit" className="button" aria-disabled={isPending}>
        Set new password
      </button>
    </form>
  );
}
