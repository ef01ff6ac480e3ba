'use client';

import { useForm } from 'react-hook-form';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { HiddenEntries } from '@/components/hidden-entries';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { CURRENCIES } from '@/lib/domain/lists';
import { saveNewOwnStepAction, saveOwnStepAction } from './actions';
import { CanDoChoice, type CanDoGroup } from './can-do-choice';
import { HoursAndWeeks } from './hours-and-weeks';
import { type OwnStepFields, toShownEntries } from './own-step-fields';
import { TaughtLevels } from './taught-levels';
import type { TypedStep } from './typed-step';

type Choice = { value: string; label: string };

type OwnStepFormProps = {
  /** The step that the form changes; null for a new one. */
  changed: { id: string; basedOn: string } | null;
  fields: OwnStepFields;
  rows: number;
  kinds: readonly Choice[];
  skills: readonly Choice[];
  levels: readonly Choice[];
  steps: readonly Choice[];
  canDos: readonly CanDoGroup[];
};

const CURRENCY_CHOICES = CURRENCIES.map((value) => ({ value, label: value }));
const PLACES = [
  { value: '', label: 'In my own time' },
  { value: 'work', label: 'At work, in its hours' },
];
const NONE = { value: '', label: 'None' };

export function OwnStepForm({
  changed,
  fields,
  rows,
  kinds,
  skills,
  levels,
  steps,
  canDos,
}: OwnStepFormProps) {
  const { state, failure, isPending, text, isChosen, error, formProps } = useFormAction(
    changed ? saveOwnStepAction : saveNewOwnStepAction,
  );
  const { register, control, getValues, setValue } = useForm<TypedStep>();
  const before = state?.ok ? (state.data?.before ?? null) : null;
  const idOf = (name: string) => `${changed?.id ?? 'new'}-${name}`;
  const fieldOf = (name: 'title' | 'kind' | 'url' | 'hours' | 'weeks' | 'cost' | 'currency' | 'pool') => ({
    id: idOf(name),
    name,
    defaultValue: text(name) ?? fields[name],
    error: error(name),
  });
  const entered = failure?.entered?.prerequisites;
  const prerequisites = entered === undefined ? fields.prerequisites : [entered].flat();
  return (
    <>
      <Form
        {...formProps}
        {...(changed ? { drawnFrom: { ...toShownEntries(fields, rows), basedOn: changed.basedOn } } : {})}
        noValidate
        className="flex flex-col gap-5"
      >
        {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
        {changed ? (
          <>
            <input type="hidden" name="id" value={changed.id} />
            <input type="hidden" name="basedOn" value={changed.basedOn} />
          </>
        ) : null}
        <div className="grid items-end gap-5 sm:grid-cols-2 lg:grid-cols-3">
          <TextField label="Title" {...fieldOf('title')} />
          <SelectField label="Kind" options={kinds} {...fieldOf('kind')} />
          <TextField label="Link" placeholder="https://" inputMode="url" {...fieldOf('url')} />
          <HoursAndWeeks
            register={register}
            control={control}
            getValues={getValues}
            hours={fieldOf('hours')}
            weeks={fieldOf('weeks')}
          />
          <SelectField label="Where" options={PLACES} {...fieldOf('pool')} />
          <div className="grid grid-cols-[minmax(0,1fr)_6rem] items-end gap-3">
            <TextField label="Cost" placeholder="Free" inputMode="decimal" {...fieldOf('cost')} />
            <SelectField label="Currency" options={CURRENCY_CHOICES} {...fieldOf('currency')} />
          </div>
        </div>
        <fieldset>
          <legend className="label mb-2">What it teaches, by levels</legend>
          {error('raises') ? <p className="field-error mb-2">{error('raises')}</p> : null}
          <div className="flex flex-col gap-3">
            {Array.from({ length: rows }, (_, row) => {
              const now = fields.raises[row];
              const levelOf = (part: 'skill' | 'from' | 'to', empty: string) => ({
                id: idOf(`${part}-${row}`),
                defaultValue: text(`raises.${row}.${part}`) ?? now?.[part] ?? empty,
                error: error(`raises.${row}.${part}`),
              });
              return (
                <TaughtLevels
                  key={levelOf('skill', '').id}
                  row={row}
                  register={register}
                  control={control}
                  getValues={getValues}
                  setValue={setValue}
                  skills={[NONE, ...skills]}
                  levels={levels}
                  fields={{ skill: levelOf('skill', ''), from: levelOf('from', '0'), to: levelOf('to', '1') }}
                />
              );
            })}
          </div>
        </fieldset>
        <CanDoChoice
          groups={canDos}
          error={error('teaches')}
          isChecked={(id) => isChosen('teaches', id) ?? fields.teaches.includes(id)}
        />
        <fieldset>
          <legend className="label mb-2">Only after</legend>
          {error('prerequisites') ? <p className="field-error mb-2">{error('prerequisites')}</p> : null}
          <div className="grid gap-3 lg:grid-cols-3">
            {Array.from({ length: rows }, (_, row) => {
              const place = `Step ${row + 1}`;
              return (
                <SelectField
                  key={place}
                  label={place}
                  id={idOf(`after-${row}`)}
                  name="prerequisites"
                  options={[NONE, ...steps]}
                  defaultValue={prerequisites[row] ?? ''}
                />
              );
            })}
          </div>
        </fieldset>
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className="button" aria-disabled={isPending}>
            {changed ? 'Save changes' : 'Add step'}
          </button>
          <span className="hint" role="status">
            {isPending ? 'Saving…' : state?.ok ? 'Saved.' : ''}
          </span>
        </div>
      </Form>
      {changed && before ? <UndoChangeForm changed={changed} before={before} /> : null}
    </>
  );
}

/** Sends the form as it stood before the latest change. */
function UndoChangeForm({
  changed,
  before,
}: {
  changed: { id: string; basedOn: string };
  before: Record<string, string | string[]>;
}) {
  const { state, failure, isPending, formProps } = useFormAction(saveOwnStepAction);
  return (
    <Form {...formProps} className="mt-3 flex flex-wrap items-center gap-3">
      <HiddenEntries entries={{ ...before, id: changed.id, basedOn: changed.basedOn }} />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        {state?.ok ? 'Change it again' : 'Undo change'}
      </button>
      <span role="status">{failure?.message ?? ''}</span>
    </Form>
  );
}
