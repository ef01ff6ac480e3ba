'use client';

import { PasswordField } from '@/components/password-field';
import { useFormAction } from '@/components/use-form-action';
import { EndFeedField, UnlinkField } from '../../end-access-fields';
import { AccountForm } from '../account-form';
import { resetPasswordAction } from './actions';

export function ResetPasswordForm({ hasFeed, linked }: { hasFeed: boolean; linked: string }) {
  const form = useFormAction(resetPasswordAction);
  const { error } = form;
  return (
    <AccountForm form={form} button="Set new password">
      <PasswordField
        label="New password"
        name="newPassword"
        autoComplete="new-password"
        hint="15 to 128 characters. Every browser that is signed in now is signed out."
        error={error('newPassword')}
      />
      {linked ? <UnlinkField titles={linked} /> : null}
      {hasFeed ? <EndFeedField /> : null}
    </AccountForm>
  );
}
