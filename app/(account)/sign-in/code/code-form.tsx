'use client';

import { TextField } from '@/components/field';
import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../../account-form';
import { secondStepAction } from './actions';

export function CodeForm({ callbackUrl }: { callbackUrl: string }) {
  const form = useFormAction(secondStepAction);
  const { error } = form;
  return (
    <AccountForm form={form} button="Sign in">
      <TextField
        label="Code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        hint="The six digits that your authenticator app shows, or one of your recovery codes."
        error={error('code')}
      />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
    </AccountForm>
  );
}
