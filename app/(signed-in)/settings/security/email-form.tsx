'use client';

import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { ProofFields } from '../proof-fields';
import { changeEmailAction, sendVerifyLinkAction } from './actions';

type EmailFormProps = { email: string; isVerified: boolean; needs: ProofNeeds; isMailOn: boolean };

export function EmailForm({ email, isVerified, needs, isMailOn }: EmailFormProps) {
  const { state, failure, isPending, text, error, formProps } = useFormAction(changeEmailAction);
  return (
    <>
      <p>
        You sign in as <strong>{email}</strong>
        <span>{isVerified ? ', which is confirmed.' : isMailOn ? ', which is not confirmed yet.' : '.'}</span>
      </p>
      {isMailOn && !isVerified ? <SendVerifyForm /> : null}
      <Form {...formProps} className="flex flex-col gap-5" noValidate>
        {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
        {state?.ok ? (
          <Notice>
            Two emails are on their way. Use the link in the one to your new address within an hour, and your
            address changes, unless another account has it. With the link in the one to your present address
            you can undo that for a week.
          </Notice>
        ) : null}
        <TextField
          label="New address"
          name="newEmail"
          type="email"
          autoComplete="email"
          required
          hint={
            isMailOn
              ? 'An email there confirms it, and one to your present address can stop it.'
              : 'This server cannot send email, so nobody checks it: look twice before you save.'
          }
          defaultValue={text('newEmail')}
          error={error('newEmail')}
        />
        <ProofFields id="email" needs={needs} error={error} />
        <div>
          <button type="submit" className="button" aria-disabled={isPending}>
            Change address
          </button>
        </div>
      </Form>
    </>
  );
}

function SendVerifyForm() {
  const { state, failure, isPending, formProps } = useFormAction(sendVerifyLinkAction);
  return (
    <Form {...formProps} className="flex flex-col gap-3">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {state?.ok ? <Notice>An email with a link is on its way.</Notice> : null}
      <div>
        <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
          Send me the link that confirms it
        </button>
      </div>
    </Form>
  );
}
