'use client';

import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { saveWeekAction } from './actions';

export type WeekStep = { id: string; title: string; soFar: string; basedOn: string };

/** A row a step under way. */
export function WeekForm({ steps }: { steps: readonly WeekStep[] }) {
  const { failure, isPending, formProps, text, isChosen, error } = useFormAction(saveWeekAction, {
    at: '/week',
  });
  return (
    <Form {...formProps} noValidate className="flex flex-col gap-5">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {steps.map(({ id, title, soFar, basedOn }) => {
        const name = (field: string) => `rows.${id}.${field}`;
        return (
          <fieldset key={id} className="card flex flex-col gap-3">
            <legend className="float-left w-full text-lg font-bold">
              <h2 className="legend-heading">{title}</h2>
            </legend>
            <p className="hint clear-both">{soFar}</p>
            <input type="hidden" name={name('basedOn')} value={basedOn} />
            <div className="grid items-start gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <TextField
                label="Hours this week"
                id={`${id}-hours`}
                name={name('hours')}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={text(name('hours'))}
                error={error(name('hours'))}
              />
              <TextField
                label="What I did"
                id={`${id}-did`}
                name={name('did')}
                placeholder="One line or a link"
                autoComplete="off"
                defaultValue={text(name('did'))}
                error={error(name('did'))}
              />
            </div>
            <label className="check">
              <input
                type="checkbox"
                name={name('isDone')}
                value="on"
                defaultChecked={isChosen(name('isDone'), 'on') ?? false}
              />
              <span>It is done</span>
            </label>
          </fieldset>
        );
      })}
      {steps.length > 0 ? (
        <button type="submit" className="button self-start" aria-disabled={isPending}>
          Save week
        </button>
      ) : null}
    </Form>
  );
}
