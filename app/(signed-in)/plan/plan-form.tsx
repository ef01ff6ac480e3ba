'use client';

import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { CURRENCIES } from '@/lib/domain/currencies';
import { makePlanAction } from './actions';
import { HiddenEntries } from './hidden-entries';

type Choice = { value: string; label: string };

type PlanFormProps = {
  isOpen: boolean;
  /** The settings as the fields hold them. */
  drawnFrom: { [name: string]: string | string[] };
  /** What was understood of the budget that was given last. */
  budgetHint: string | undefined;
  kinds: readonly Choice[];
  holdings: readonly Choice[];
};

const CURRENCY_CHOICES = CURRENCIES.map((value) => ({ value, label: value }));
const REGIONS = [
  { value: 'UK', label: 'UK' },
  { value: 'US', label: 'US' },
  { value: 'any', label: 'Elsewhere' },
];
const OBJECTIVES = [
  { value: 'balanced', label: 'Balanced' },
  { value: 'fastest', label: 'Fastest' },
  { value: 'cheapest', label: 'Cheapest' },
  { value: 'fewest', label: 'Fewest steps' },
];

export function PlanForm({ isOpen, drawnFrom, budgetHint, kinds, holdings }: PlanFormProps) {
  const { failure, isPending, text, isChosen, error, formProps } = useFormAction(makePlanAction);
  const show = (name: string) => text(name) ?? String(drawnFrom[name] ?? '');
  const isShown = (name: string, value: string) =>
    isChosen(name, value) ?? [drawnFrom[name] ?? []].flat().includes(value);
  return (
    <details className="card no-print" open={isOpen || failure !== null}>
      <summary>Plan settings</summary>
      {failure ? (
        <Notice tone="problem">
          <p>{failure.message}</p>
          {failure.remedies?.map((remedy) => (
            <Form key={remedy.sentence} {...formProps} className="mt-3 flex flex-col items-start gap-2">
              <p>{remedy.sentence}</p>
              {remedy.entries ? (
                <>
                  <HiddenEntries entries={remedy.entries} />
                  <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
                    {remedy.label}
                  </button>
                </>
              ) : null}
            </Form>
          ))}
        </Notice>
      ) : null}
      <Form {...formProps} drawnFrom={drawnFrom} noValidate className="mt-3 flex flex-col gap-6">
        <HiddenEntries entries={pickKept(drawnFrom)} />
        <div className="grid items-end gap-5 sm:grid-cols-2 lg:grid-cols-4">
          <TextField
            label="Hours per week"
            name="hoursPerWeek"
            inputMode="numeric"
            defaultValue={show('hoursPerWeek')}
            error={error('hoursPerWeek')}
          />
          <TextField
            label="Steps at once"
            name="maxParallel"
            inputMode="numeric"
            defaultValue={show('maxParallel')}
            error={error('maxParallel')}
          />
          <TextField
            label="Budget"
            name="budget"
            inputMode="decimal"
            placeholder="No limit"
            hint={budgetHint}
            defaultValue={show('budget')}
            error={error('budget')}
          />
          <SelectField
            label="Currency"
            name="currency"
            options={CURRENCY_CHOICES}
            defaultValue={show('currency')}
            error={error('currency')}
          />
          <SelectField
            label="Region"
            name="region"
            options={REGIONS}
            defaultValue={show('region')}
            error={error('region')}
          />
          <TextField
            label="Start date"
            name="start"
            type="date"
            defaultValue={show('start')}
            error={error('start')}
          />
          <TextField
            label="Deadline"
            name="deadline"
            type="date"
            defaultValue={show('deadline')}
            error={error('deadline')}
          />
          <SelectField
            label="Optimise for"
            name="optimiseFor"
            options={OBJECTIVES}
            defaultValue={show('optimiseFor')}
            error={error('optimiseFor')}
          />
        </div>
        <div className="grid gap-6 lg:grid-cols-2">
          <div>
            <CheckBoxes
              legend="I already have"
              name="holdings"
              choices={holdings}
              isChecked={(value) => isShown('holdings', value)}
            />
            <p className="hint mt-2">
              Where you work, certificates and dates stand in{' '}
              <a href="/settings/work" className="inline-flex min-h-11 items-center">
                Your work
              </a>
            </p>
          </div>
          <CheckBoxes
            legend="Leave out"
            name="excludedKinds"
            choices={kinds}
            isChecked={(value) => isShown('excludedKinds', value)}
          />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className="button" aria-disabled={isPending}>
            Make my plan
          </button>
          <button
            type="submit"
            formMethod="get"
            formAction="/plan/what-if"
            className="button"
            data-look="quiet"
          >
            Compare first
          </button>
          <span className="hint" role="status">
            {isPending ? 'Working out the plan…' : ''}
          </span>
        </div>
      </Form>
    </details>
  );
}

/** What the form takes along and shows no field for. */
const pickKept = ({ pinned = [], excluded = [], basedOn = '' }: PlanFormProps['drawnFrom']) => ({
  pinned,
  excluded,
  basedOn,
});

function CheckBoxes({
  legend,
  name,
  choices,
  isChecked,
}: {
  legend: string;
  name: string;
  choices: readonly Choice[];
  isChecked: (value: string) => boolean;
}) {
  return (
    <fieldset>
      <legend className="label mb-1">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <input type="checkbox" name={name} value={choice.value} defaultChecked={isChecked(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
