'use client';

import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { startPostAction } from './move-actions/actions';

/** "I have started as …": closes the stage and plans the next. */
export function StartPostForm({
  post,
  title,
  planId,
  today,
}: {
  post: string;
  title: string;
  planId: string;
  today: string;
}) {
  const { failure, isPending, text, error, formProps } = useFormAction(startPostAction);
  return (
    <Form {...formProps} noValidate className="flex flex-wrap items-end gap-3">
      {failure && !error('startedOn') ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="post" value={post} />
      <input type="hidden" name="basedOn" value={planId} />
      <TextField
        id={`started-${post}`}
        label="Started on"
        name="startedOn"
        type="date"
        defaultValue={text('startedOn') ?? today}
        error={error('startedOn')}
      />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        {`I have started as ${title}`}
      </button>
    </Form>
  );
}
