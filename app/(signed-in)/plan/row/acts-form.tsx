'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { actOnStepAction } from './actions';

/** The form behind every row's acts. What an act came to stands in its row, where it was pressed. */
export function ActsForm({ id, on }: { id: string; on: '/plan' | '/home' }) {
  const { state, failure, formProps } = useFormAction(actOnStepAction);
  const router = useRouter();
  const path = state?.ok ? state.data : null;
  useEffect(() => {
    if (path) router.replace(path, { scroll: false });
  }, [path, router]);
  return (
    <>
      <Form {...formProps} id={id} hidden>
        <input type="hidden" name="on" value={on} />
      </Form>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
    </>
  );
}
