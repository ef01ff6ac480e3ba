'use client';

import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { Choice } from '@/lib/wording/post-choices';
import { addPostAction, changePostAction } from './actions';
import type { PostFields } from './work-fields';

type PostFormProps = {
  /** The post that the form changes; null for a new one. */
  changed: { id: string; basedOn: string } | null;
  fields: PostFields;
  posts: readonly Choice[];
};

const NONE = { value: '', label: 'Choose one' };

export function PostForm({ changed, fields, posts }: PostFormProps) {
  const { failure, isPending, text, error, formProps } = useFormAction(
    changed ? changePostAction : addPostAction,
  );
  const fieldOf = (name: keyof PostFields) => ({
    name,
    defaultValue: text(name) ?? fields[name],
    error: error(name),
  });
  return (
    <Form
      {...formProps}
      {...(changed ? { drawnFrom: { ...fields, basedOn: changed.basedOn } } : {})}
      noValidate
      className="flex flex-col gap-4"
    >
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {changed ? (
        <>
          <input type="hidden" name="id" value={changed.id} />
          <input type="hidden" name="basedOn" value={changed.basedOn} />
        </>
      ) : null}
      <div className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
        <SelectField label="Post" options={[NONE, ...posts]} {...fieldOf('post')} />
        <TextField label="Since" placeholder="2021-04" inputMode="numeric" {...fieldOf('since')} />
        <TextField label="Until" placeholder="Now" inputMode="numeric" {...fieldOf('until')} />
      </div>
      <p className="hint">
        Year and month, such as 2021-04 or Apr 2021. Leave the second empty for where you work now. Where no
        title fits, take “Other work in IT” at the foot of the list.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={isPending}>
          {changed ? 'Save changes' : 'Add post'}
        </button>
        {changed ? (
          <a href="/settings/work" className="inline-flex min-h-11 items-center">
            Leave it as it was
          </a>
        ) : null}
        <span className="hint" role="status">
          {isPending ? 'Saving…' : ''}
        </span>
      </div>
    </Form>
  );
}
