'use client';

import { TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../account-form';
import { forgotPasswordAction } from './actions';

export function ForgotPasswordForm() {
  const form = useFormAction(forgotPasswordAction);
  const { state, text, error } = form;
  return (
    <AccountForm form={form} button="Send me a link">
      {state?.ok ? (
        <Notice>
          If this address has an account here, an email with a link is on its way. The link works for an hour.
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
    </AccountForm>
  );
}
