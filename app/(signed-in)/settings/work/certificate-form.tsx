'use client';

import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { Choice } from '@/lib/wording/post-choices';
import { addCertificateAction } from './actions';

const NONE = { value: '', label: 'Choose one' };

export function CertificateForm({ certificates }: { certificates: readonly Choice[] }) {
  const { failure, isPending, text, error, formProps } = useFormAction(addCertificateAction);
  const fieldOf = (name: 'step' | 'earnedOn' | 'expiresOn') => ({
    id: `certificate-${name}`,
    name,
    defaultValue: text(name) ?? '',
    error: error(name),
  });
  return (
    <Form {...formProps} noValidate className="flex flex-col gap-4">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <div className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_11rem_11rem]">
        <SelectField label="Certificate" options={[NONE, ...certificates]} {...fieldOf('step')} />
        <TextField label="Earned on" type="date" {...fieldOf('earnedOn')} />
        <TextField label="Valid to" type="date" {...fieldOf('expiresOn')} />
      </div>
      <p className="hint">
        Leave a day empty where you do not know it. Without the second it ends when such certificates usually
        do.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
          Add certificate
        </button>
        <span className="hint" role="status">
          {isPending ? 'Saving…' : ''}
        </span>
      </div>
    </Form>
  );
}
