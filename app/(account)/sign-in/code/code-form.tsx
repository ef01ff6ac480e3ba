'use client';

import { TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { secondStepAction } from './actions';

export function CodeForm({ callbackUrl }: { callbackUrl: string }) {
  const { failure, isPending, error, formProps } = useFormAction(secondStepAction);
  return (
    <form {...formProps} className="card flex flex-col gap-5" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
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
      <button type="submit" className="button" aria-disabled={isPending}>
        Sign in
      </button>
    </form>
  );
}
