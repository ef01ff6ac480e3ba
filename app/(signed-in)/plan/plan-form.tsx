'use client';

import { Form } from '@/components/form';
import { HiddenEntries } from '@/components/hidden-entries';
import { Notice } from '@/components/notice';
import { Outline } from '@/components/outline';
import { useFormAction } from '@/components/use-form-action';
import { makePlanAction } from './actions';
import { type Choice, SettingsFields } from './settings-fields';

type PlanFormProps = {
  isOpen: boolean;
  /** The settings as the fields hold them. */
  drawnFrom: { [name: string]: string | string[] };
  /** What was understood of the budget that was given last. */
  budgetHint: string | undefined;
  kinds: readonly Choice[];
  holdings: readonly Choice[];
};

/** The settings that a plan is made from, and the button that makes it. */
export function PlanForm({ isOpen, drawnFrom, budgetHint, kinds, holdings }: PlanFormProps) {
  const { failure, isPending, text, isChosen, error, formProps } = useFormAction(makePlanAction);
  return (
    <details className="plan-settings no-print" open={isOpen || failure !== null}>
      <summary className="small-button">Settings</summary>
      <div className="card mt-2">
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
                    {remedy.preview ? <Outline {...remedy.preview} /> : null}
                  </>
                ) : null}
              </Form>
            ))}
          </Notice>
        ) : null}
        <Form {...formProps} drawnFrom={drawnFrom} noValidate className="flex flex-col gap-5">
          <HiddenEntries entries={pickKept(drawnFrom)} />
          {isOpen ? (
            <p className="hint">
              Each setting has a value to begin with: make the plan at once, and change later what is not so.
            </p>
          ) : null}
          <SettingsFields
            show={(name) => text(name) ?? [drawnFrom[name] ?? ''].flat()[0] ?? ''}
            isShown={(name, value) => isChosen(name, value) ?? [drawnFrom[name] ?? []].flat().includes(value)}
            error={error}
            weeksOff={listWeeksOff(failure?.entered ?? drawnFrom)}
            budgetHint={budgetHint}
            kinds={kinds}
            holdings={holdings}
            fold={isOpen ? { isOpen: failure !== null } : null}
          />
          <div className="rate-bar items-center">
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
      </div>
    </details>
  );
}

/** What the form takes along and shows no field for. */
const pickKept = ({ pinned = [], dates = [], excluded = [], basedOn = '' }: PlanFormProps['drawnFrom']) => ({
  pinned,
  dates,
  excluded,
  basedOn,
});

/** Rows for more weeks off. */
const EMPTY_ROWS = 3;

/** The weeks off as pairs of days, with rows left empty for more. */
function listWeeksOff({ offFrom = [], offTo = [] }: PlanFormProps['drawnFrom']) {
  const [from, to] = [[offFrom].flat(), [offTo].flat()];
  const pairs = from.map((day, index) => ({ from: day, to: to[index] ?? '' }));
  const empty = Array.from({ length: EMPTY_ROWS }, () => ({ from: '', to: '' }));
  return [...pairs.filter((pair) => pair.from !== '' || pair.to !== ''), ...empty];
}
