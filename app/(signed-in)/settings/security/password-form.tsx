'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { PasswordField } from '@/components/password-field';
import { useFormAction } from '@/components/use-form-action';
import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { EndFeedField } from '../../../end-access-fields';
import { ProofFields } from '../proof-fields';
import { changePasswordAction } from './actions';

type PasswordFormProps = { email: string; needs: ProofNeeds; hasFeed: boolean };

export function PasswordForm({ email, needs, hasFeed }: PasswordFormProps) {
  const { failure, isPending, error, formProps } = useFormAction(changePasswordAction);
  return (
    <Form {...formProps} className="flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {/* By its name a password manager knows whose password is changed; it is not sent. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <ProofFields id="change" label="Current password" needs={needs} error={error} />
      <PasswordField
        label="New password"
        name="newPassword"
        autoComplete="new-password"
        hint="15 to 128 characters. A few unrelated words are easy to remember."
        error={error('newPassword')}
      />
      {hasFeed ? <EndFeedField /> : null}
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={isPending}>
          Change password
        </button>
        <span className="hint">Every other browser is signed out.</span>
      </div>
    </Form>
  );
}
