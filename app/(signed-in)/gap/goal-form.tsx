'use client';

import { SelectField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { setGoalAction } from './actions';

type GoalFormProps = { roles: { id: string; title: string }[]; role: string; goalId: string | null };

export function GoalForm({ roles, role, goalId }: GoalFormProps) {
  const { failure, isPending, text, error, formProps } = useFormAction(setGoalAction);
  return (
    <Form {...formProps} className="mt-5 flex flex-col gap-3">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="basedOn" value={goalId ?? ''} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-[min(16rem,100%)] flex-1 sm:max-w-md">
          <SelectField
            key={role}
            label="Target role"
            name="role"
            options={roles.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={text('role') ?? role}
            error={error('role')}
          />
        </div>
        <button type="submit" className="button" aria-disabled={isPending}>
          Set as goal
        </button>
      </div>
    </Form>
  );
}
