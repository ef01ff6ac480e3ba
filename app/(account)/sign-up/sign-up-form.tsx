'use client';

import { useEffect, useState } from 'react';
import { TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { PasswordField } from '@/components/password-field';
import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../account-form';
import { signUpAction } from './actions';

type SignUpFormProps = {
  tried: string;
  isMailOn: boolean;
  /** Those that an address may have; none means all. */
  domains: string[];
  /** The code that the link brought, or null where nobody needs one. */
  invitation: string | null;
};

export function SignUpForm({ tried, isMailOn, domains, invitation }: SignUpFormProps) {
  const form = useFormAction(signUpAction);
  const { state, text, error } = form;
  const [timeZone, setTimeZone] = useState('UTC');
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return (
    <AccountForm form={form} button="Create account">
      {state?.ok ? (
        <Notice>
          An email is on its way to you. Your account is made once you use the link in it and give your
          password there.
        </Notice>
      ) : null}
      {invitation === null ? null : (
        <TextField
          label="Invitation"
          name="invitation"
          autoComplete="off"
          required
          maxLength={500}
          hint="Accounts here are by invitation: the code in yours, which goes with the address it was made for."
          defaultValue={text('invitation') ?? invitation}
          error={error('invitation')}
        />
      )}
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={text('name')}
        error={error('name')}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        required
        hint={domains.length > 0 ? `An address at ${domains.join(', ')}.` : undefined}
        defaultValue={text('email')}
        error={error('email')}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        hint={
          isMailOn
            ? 'You give it again with the link that we mail you. 15 to 128 characters: a few unrelated words are easy to remember.'
            : '15 to 128 characters. A few unrelated words are easy to remember.'
        }
        error={error('password')}
      />
      <input type="hidden" name="timeZone" value={timeZone} />
      {tried ? <input type="hidden" name="tried" value={tried} /> : null}
    </AccountForm>
  );
}
