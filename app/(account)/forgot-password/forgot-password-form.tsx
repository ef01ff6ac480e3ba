'use client';

import { TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { forgotPasswordAction } from './actions';

export function ForgotPasswordForm() {
  const { state, failure, isPending, text, error, formProps } = useFormAction(forgotPasswordAction);
  return (
    <form {...formProps} className="card flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {state?.ok ? (
        <Notice>
          If this address has an account here, a mail with a link is on its way. The link works for an hour.
        </Notice>
      ) : null}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={text('email')}
        error={error('email')}
      />
      <button type="submit" className="button" aria-disabled={isPending}>
        Send me a link
      </button>
    </form>
  );
}
