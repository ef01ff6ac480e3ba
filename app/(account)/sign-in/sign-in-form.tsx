'use client';

import { TextField } from '@/components/field';
import { PasswordField } from '@/components/password-field';
import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../account-form';
import { signInAction } from './actions';

export function SignInForm({ callbackUrl }: { callbackUrl: string }) {
  const form = useFormAction(signInAction);
  const { text, error } = form;
  return (
    <AccountForm form={form} button="Sign in">
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={text('email')}
        error={error('email')}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        error={error('password')}
      />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
    </AccountForm>
  );
}
