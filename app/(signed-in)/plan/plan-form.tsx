'use client';

import { SelectField, TextField } from '@/components/field';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { writeTyped } from '@/lib/domain/typed-number';
import { makePlanAction } from './actions';
import { HiddenEntries } from './hidden-entries';

type Choice = { value: string; label: string };

type PlanFormProps = {
  isOpen: boolean;
  preferences: {
    start: string;
    hoursPerWeek: number;
    maxParallel: number;
    budget: { amount: number; currency: string } | null;
    deadline: string | null;
    region: string;
    optimiseFor: string;
    excludedKinds: readonly string[];
    pinned: readonly string[];
    excluded: readonly string[];
  };
  held: readonly string[];
  goalId: string | null;
  /** What was understood of the budget that was given last. */
  budgetHint: string | undefined;
  kinds: readonly Choice[];
  holdings: readonly Choice[];
};

const CURRENCIES = ['GBP', 'USD', 'EUR'].map((value) => ({ value, label: value }));
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
const REGION_CURRENCY: Readonly<Record<string, string>> = { UK: 'GBP', US: 'USD' };

export function PlanForm({ isOpen, preferences, held, goalId, budgetHint, kinds, holdings }: PlanFormProps) {
  const { failure, isPending, text, isChosen, error, formProps } = useFormAction(makePlanAction);
  const currency = preferences.budget?.currency ?? REGION_CURRENCY[preferences.region] ?? 'GBP';
  return (
    <details className="card no-print" open={isOpen || failure !== null}>
      <summary>Plan settings</summary>
      {failure ? (
        <Notice tone="problem">
          <p>{failure.message}</p>
          {failure.remedies?.map((remedy) => (
            <form key={remedy.sentence} {...formProps} className="mt-3 flex flex-col items-start gap-2">
              <p>{remedy.sentence}</p>
              {remedy.entries ? (
                <>
                  <HiddenEntries entries={remedy.entries} />
                  <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
                    {remedy.label}
                  </button>
                </>
              ) : null}
            </form>
          ))}
        </Notice>
      ) : null}
      <form {...formProps} noValidate className="mt-3 flex flex-col gap-6">
        <input type="hidden" name="basedOn" value={goalId ?? ''} />
        <HiddenEntries entries={{ pinned: preferences.pinned, excluded: preferences.excluded }} />
        <div className="grid items-end gap-5 sm:grid-cols-2 lg:grid-cols-4">
          <TextField
            label="Hours per week"
            name="hoursPerWeek"
            inputMode="numeric"
            defaultValue={text('hoursPerWeek') ?? preferences.hoursPerWeek}
            error={error('hoursPerWeek')}
          />
          <TextField
            label="Steps at once"
            name="maxParallel"
            inputMode="numeric"
            defaultValue={text('maxParallel') ?? preferences.maxParallel}
            error={error('maxParallel')}
          />
          <TextField
            label="Budget"
            name="budget"
            inputMode="decimal"
            placeholder="No limit"
            hint={budgetHint}
            defaultValue={text('budget') ?? (preferences.budget ? writeTyped(preferences.budget.amount) : '')}
            error={error('budget')}
          />
          <SelectField
            label="Currency"
            name="currency"
            options={CURRENCIES}
            defaultValue={text('currency') ?? currency}
            error={error('currency')}
          />
          <SelectField
            label="Region"
            name="region"
            options={REGIONS}
            defaultValue={text('region') ?? preferences.region}
            error={error('region')}
          />
          <TextField
            label="Start date"
            name="start"
            type="date"
            defaultValue={text('start') ?? preferences.start}
            error={error('start')}
          />
          <TextField
            label="Deadline"
            name="deadline"
            type="date"
            defaultValue={text('deadline') ?? preferences.deadline ?? ''}
            error={error('deadline')}
          />
          <SelectField
            label="Optimise for"
            name="optimiseFor"
            options={OBJECTIVES}
            defaultValue={text('optimiseFor') ?? preferences.optimiseFor}
            error={error('optimiseFor')}
          />
        </div>
        <div className="grid gap-6 lg:grid-cols-2">
          <CheckBoxes
            legend="I already have"
            name="holdings"
            choices={holdings}
            isChecked={(value) => isChosen('holdings', value) ?? held.includes(value)}
          />
          <CheckBoxes
            legend="Leave out"
            name="excludedKinds"
            choices={kinds}
            isChecked={(value) =>
              isChosen('excludedKinds', value) ?? preferences.excludedKinds.includes(value)
            }
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
      </form>
    </details>
  );
}

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
