'use client';

import { useFormAction } from '@/components/use-form-action';
import { AccountForm } from '../account-form';
import { keepEmailAction } from './actions';

export function KeepEmailForm({ email }: { email: string }) {
  const form = useFormAction(keepEmailAction);
  return (
    <AccountForm form={form} button="Keep my address">
      <p>
        Did somebody else ask for another address? Then the account keeps <strong>{email}</strong>, or gets it
        back, and every browser is signed out.
      </p>
    </AccountForm>
  );
}
