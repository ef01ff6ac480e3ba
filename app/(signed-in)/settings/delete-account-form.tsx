'use client';

import { TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { deleteAccountAction } from './actions';

export function DeleteAccountForm({ hasPassword }: { hasPassword: boolean }) {
  const { failure, isPending, error, formProps } = useFormAction(deleteAccountAction);
  return (
    <form {...formProps} className="flex flex-col gap-4" noValidate>
      {failure ? (
        <Notice tone="problem">
          {failure.message} {hasPassword ? null : error('password')}
        </Notice>
      ) : null}
      {hasPassword ? (
        <TextField
          id="delete-password"
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={error('password')}
        />
      ) : null}
      <div>
        <button type="submit" className="button" data-look="danger" aria-disabled={isPending}>
          Delete my account
        </button>
      </div>
    </form>
  );
}
