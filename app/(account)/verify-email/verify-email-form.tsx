'use client';

import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../account-form';
import { verifyEmailAction } from './actions';

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
