'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { deleteAccountAction } from './actions';
import { ProofFields } from './proof-fields';

export function DeleteAccountForm({ needs }: { needs: ProofNeeds }) {
  const { failure, isPending, error, formProps } = useFormAction(deleteAccountAction);
  return (
    <Form {...formProps} className="flex flex-col gap-4" noValidate>
      {failure ? <Notice tone="problem">{`Your account was not deleted. ${failure.message}`}</Notice> : null}
      <ProofFields id="delete" label="Password" needs={needs} error={error} isAnew />
      <div>
        <button type="submit" className="button" data-look="danger" aria-disabled={isPending}>
          Delete my account
        </button>
      </div>
    </Form>
  );
}
