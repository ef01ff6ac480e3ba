'use client';

import { SelectField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { setGoalAction } from './actions';

type GoalFormProps = { roles: { id: string; title: string }[]; role: string; goalId: string | null };

/** Chooses a role: to look at it, which is an address of its own, or to have it as the goal. */
export function GoalForm({ roles, role, goalId }: GoalFormProps) {
  const { failure, isPending, text, error, formProps } = useFormAction(setGoalAction);
  return (
    <Form {...formProps} className="goal-form no-print flex flex-col gap-3">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="basedOn" value={goalId ?? ''} />
      <div className="flex flex-wrap items-end gap-x-2 gap-y-2">
        <div className="w-full sm:w-auto sm:min-w-[24rem]">
          <SelectField
            key={role}
            label="Target role"
            name="role"
            options={roles.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={text('role') ?? role}
            error={error('role')}
          />
        </div>
        <button type="submit" className="button" data-look="quiet" formAction="/gap" formMethod="get">
          Look
        </button>
        <button type="submit" className="button" aria-disabled={isPending}>
          Set as goal
        </button>
      </div>
    </Form>
  );
}
