'use client';

import { useEffect } from 'react';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { actOnStepAction } from './actions';
import { closeMenuBehindFocus } from './close-menu';
import { clearPending, markPending } from './mark-pending';
import { useAnswerAt } from './use-answer-at';

/** The form behind every row's acts. What an act came to stands in its row, where it was pressed. */
export function ActsForm({ id, on }: { id: string; on: '/plan' | '/home' }) {
  const { state, failure, formProps } = useFormAction(actOnStepAction);
  useAnswerAt(state);
  useEffect(closeMenuBehindFocus, []);
  useEffect(() => {
    if (failure) clearPending();
  }, [failure]);
  return (
    <>
      <Form
        {...formProps}
        onSubmit={(event) => {
          markPending((event.nativeEvent as SubmitEvent).submitter);
          formProps.onSubmit?.(event);
        }}
        id={id}
        hidden
      >
        <input type="hidden" name="on" value={on} />
      </Form>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
    </>
  );
}
