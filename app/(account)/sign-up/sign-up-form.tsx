'use client';

import { useEffect, useState } from 'react';
import { TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../account-form';
import { signUpAction } from './actions';

export function SignUpForm({ tried, isMailOn }: { tried: string; isMailOn: boolean }) {
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
        defaultValue={text('email')}
        error={error('email')}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
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
