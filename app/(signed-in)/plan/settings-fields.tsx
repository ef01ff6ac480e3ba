'use client';

import type { ReactNode } from 'react';
import { SelectField, TextField } from '@/components/field';
import { CURRENCIES } from '@/lib/domain/lists';
import { OBJECTIVE_CHOICES, PLATFORM_CHOICES } from '@/lib/wording/plan-settings';
import { REGION_CHOICES } from '@/lib/wording/regions';

export type Choice = { value: string; label: string };

const CURRENCY_CHOICES = CURRENCIES.map((value) => ({ value, label: value }));

type SettingsFieldsProps = {
  show: (name: string) => string;
  isShown: (name: string, value: string) => boolean;
  error: (name: string) => string | undefined;
  weeksOff: readonly { from: string; to: string }[];
  budgetHint: string | undefined;
  kinds: readonly Choice[];
  holdings: readonly Choice[];
  /** Folds what most leave as it is; null shows all. */
  fold: { isOpen: boolean } | null;
};

/** The fields of a plan's settings, each with a sentence where its name does not say what it does. */
export function SettingsFields({
  show,
  isShown,
  error,
  weeksOff,
  budgetHint,
  kinds,
  holdings,
  fold,
}: SettingsFieldsProps) {
  const field = (name: string) => ({ name, defaultValue: show(name), error: error(name) });
  return (
    <>
      <div className="grid items-end gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        <TextField
          label="Hours per week"
          hint="Your own time for study."
          inputMode="numeric"
          {...field('hoursPerWeek')}
        />
        <TextField
          label="Hours at work"
          hint="What an employer gives you for learning each week; 4 is usual. Not in IT yet? Leave it: it counts once you are."
          inputMode="numeric"
          {...field('workHoursPerWeek')}
        />
        <TextField
          label="Budget"
          inputMode="decimal"
          placeholder="No limit"
          hint={budgetHint ?? 'Empty for no limit.'}
          {...field('budget')}
        />
        <SelectField
          label="Currency"
          hint="Of the budget. Without one, prices are in that of your region."
          options={CURRENCY_CHOICES}
          {...field('currency')}
        />
      </div>
      <Rest fold={fold}>
        <div className="grid items-end gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <SelectField
            label="Optimise for"
            hint="Lightest: fewest of your own hours."
            options={OBJECTIVE_CHOICES}
            {...field('optimiseFor')}
          />
          <TextField
            label="Steps at once"
            hint="So many at most in your own time."
            inputMode="numeric"
            {...field('maxParallel')}
          />
          <TextField
            label="Worth of an hour"
            hint="What an hour of yours is worth to you in money; 0 for nothing."
            inputMode="decimal"
            {...field('hourWorth')}
          />
          <SelectField label="Region" options={REGION_CHOICES} {...field('region')} />
          <TextField label="Start date" type="date" {...field('start')} />
          <TextField label="Deadline" type="date" hint="Empty for none." {...field('deadline')} />
          <TextField
            label="First day of a new post"
            type="date"
            hint="After notice, service or a school year. Empty for any."
            {...field('freeFrom')}
          />
          <SelectField
            label="Platform"
            hint="Steps on other clouds stay out."
            options={PLATFORM_CHOICES}
            {...field('platform')}
          />
        </div>
        <div className="grid gap-6 lg:grid-cols-3">
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
          <div>
            <CheckBoxes
              legend="Leave out"
              name="excludedKinds"
              choices={kinds}
              isChecked={(value) => isShown('excludedKinds', value)}
            />
            <label className="check">
              <input
                type="checkbox"
                name="leavePost"
                value="yes"
                defaultChecked={isShown('leavePost', 'yes')}
              />
              <span>
                Leave my post to study <span className="hint">Then full-time courses count as a way.</span>
              </span>
            </label>
          </div>
          <WeeksOff weeksOff={weeksOff} show={show} error={error} />
        </div>
      </Rest>
    </>
  );
}

function Rest({ fold, children }: { fold: SettingsFieldsProps['fold']; children: ReactNode }) {
  return fold ? (
    <details open={fold.isOpen || undefined}>
      <summary>More settings: dates, what you have, what to leave out</summary>
      <div className="mt-3 flex flex-col gap-5">{children}</div>
    </details>
  ) : (
    children
  );
}

function WeeksOff({ weeksOff, show, error }: Pick<SettingsFieldsProps, 'weeksOff' | 'show' | 'error'>) {
  return (
    <fieldset>
      <legend className="label mb-1">Weeks off</legend>
      <p className="hint mb-1">Time off and busy times: whole weeks in them have no hours.</p>
      {weeksOff.map((pair, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty rows are told apart by their place alone.
        <div key={`${index}-${pair.from}-${pair.to}`} className="mb-2 flex gap-3">
          <TextField
            id={`off-from-${index}`}
            label="From"
            name="offFrom"
            type="date"
            defaultValue={pair.from}
            error={index === 0 ? error('offFrom') : undefined}
          />
          <TextField
            id={`off-to-${index}`}
            label="To"
            name="offTo"
            type="date"
            defaultValue={pair.to}
            error={index === 0 ? error('offTo') : undefined}
          />
        </div>
      ))}
      <p className="hint mb-1">Night shifts, or a week that comes again? The last row is repeated:</p>
      <div className="flex gap-3">
        <TextField
          label="Every so many weeks"
          inputMode="numeric"
          name="offEvery"
          defaultValue={show('offEvery')}
          error={error('offEvery')}
        />
        <TextField
          label="Until"
          type="date"
          name="offUntil"
          defaultValue={show('offUntil')}
          error={error('offUntil')}
        />
      </div>
    </fieldset>
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
