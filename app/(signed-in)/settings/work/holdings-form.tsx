'use client';

import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { saveHoldingsAction } from './actions';

type HoldingsFormProps = {
  drawnFrom: Record<string, string | string[]>;
  holdings: readonly { id: string; label: string }[];
};

/** Ticks for what the person holds, each with its dates folded away. */
export function HoldingsForm({ drawnFrom, holdings }: HoldingsFormProps) {
  const { state, failure, isPending, text, isChosen, error, formProps } = useFormAction(saveHoldingsAction);
  const drawn = (name: string) => [drawnFrom[name] ?? ''].flat()[0] ?? '';
  return (
    <Form {...formProps} drawnFrom={drawnFrom} noValidate className="flex flex-col gap-4">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <fieldset>
        <legend className="label mb-2">I hold</legend>
        <ul className="flex flex-col gap-1">
          {holdings.map(({ id, label }) => {
            const [since, expiresOn] = [`since.${id}`, `expiresOn.${id}`];
            const isDated = [since, expiresOn].some((name) => drawn(name) || text(name) || error(name));
            return (
              <li key={id} className="group">
                <label className="check">
                  <input
                    type="checkbox"
                    name="held"
                    value={id}
                    defaultChecked={isChosen('held', id) ?? [drawnFrom.held ?? []].flat().includes(id)}
                  />
                  <span>{label}</span>
                </label>
                <details className="ml-8 hidden group-has-checked:block" open={isDated}>
                  <summary className="hint inline-flex min-h-11 cursor-pointer items-center">
                    <span>
                      Dates<span className="sr-only">{` of: ${label}`}</span>
                    </span>
                  </summary>
                  <div className="mb-3 grid gap-4 sm:grid-cols-[10rem_12rem]">
                    <TextField
                      label="Held from"
                      id={since}
                      name={since}
                      placeholder="2019-07"
                      inputMode="numeric"
                      defaultValue={text(since) ?? drawn(since)}
                      error={error(since)}
                    />
                    <TextField
                      label="Valid to"
                      id={expiresOn}
                      name={expiresOn}
                      type="date"
                      defaultValue={text(expiresOn) ?? drawn(expiresOn)}
                      error={error(expiresOn)}
                    />
                  </div>
                </details>
              </li>
            );
          })}
        </ul>
      </fieldset>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={isPending}>
          Save what I hold
        </button>
        <span className="hint" role="status">
          {isPending ? 'Saving…' : state?.ok ? 'Saved.' : ''}
        </span>
      </div>
    </Form>
  );
}
