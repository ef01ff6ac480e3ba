'use client';

import { PasswordField } from '@/components/password-field';
import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../account-form';
import { confirmSignUpAction, verifyEmailAction } from './actions';

export function VerifyEmailForm({ email }: { email: string }) {
  const form = useFormAction(verifyEmailAction);
  return (
    <AccountForm form={form} button="Confirm my address">
      <p>
        Is <strong>{email}</strong> yours, and the account at Rung too?
      </p>
    </AccountForm>
  );
}

/** For who signed up: the password that counts is the one that is given here. */
export function ConfirmSignUpForm({ email }: { email: string }) {
  const form = useFormAction(confirmSignUpAction);
  return (
    <AccountForm form={form} button="Confirm my address">
      <p>
        Is <strong>{email}</strong> yours? Then give the password for your account, and you are in.
      </p>
      {/* By its name a password manager knows whose password it is; it is not sent. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        hint="The one that you chose when you signed up, or another: this one counts. 15 to 128 characters."
        error={form.error('password')}
      />
    </AccountForm>
  );
}
