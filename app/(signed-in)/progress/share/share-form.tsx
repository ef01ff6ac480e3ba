'use client';

import { CopyButton } from '@/components/copy-button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { SHARED_KINDS, SHARED_PARTS } from '@/lib/domain/share/kinds';
import { SHARED_KIND_HINTS, SHARED_KIND_LABELS, SHARED_PART_LABELS } from '@/lib/wording/share';
import { sharePageAction } from './actions';

type ShareFormProps = { origin: string; today: string; since: string; until: string; lastDay: string };

/** Makes a page that others can read. What it answers is the link, shown this once. */
export function ShareForm({ origin, today, since, until, lastDay }: ShareFormProps) {
  const { state, failure, isPending, formProps, text, isChosen, error } = useFormAction(sharePageAction);
  if (state?.ok) return <Link origin={origin} {...state.data} />;
  const kind = text('kind') ?? SHARED_KINDS[0];
  return (
    <Form {...formProps} noValidate className="flex flex-col gap-5">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <TextField
        label="For whom"
        name="name"
        hint="So that you know the link again. They do not see this."
        autoComplete="off"
        defaultValue={text('name')}
        error={error('name')}
      />
      <fieldset aria-describedby={error('kind') ? 'kind-error' : undefined}>
        <legend className="label mb-1">What to show</legend>
        {error('kind') ? (
          <p id="kind-error" className="field-error">
            {error('kind')}
          </p>
        ) : null}
        {SHARED_KINDS.map((value) => (
          <label key={value} className="check">
            <input
              type="radio"
              name="kind"
              value={value}
              defaultChecked={kind === value}
              aria-describedby={`kind-${value}`}
            />
            <span>
              <span>{SHARED_KIND_LABELS[value]}</span>
              <span id={`kind-${value}`} className="hint block">
                {SHARED_KIND_HINTS[value]}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend className="label mb-1">And with it</legend>
        <p className="hint">Only what you choose. Notes and prices never.</p>
        {SHARED_PARTS.map((value) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              name="parts"
              value={value}
              defaultChecked={isChosen('parts', value) ?? false}
            />
            <span>{SHARED_PART_LABELS[value]}</span>
          </label>
        ))}
      </fieldset>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <TextField
          label="Record since"
          name="since"
          type="date"
          max={today}
          hint="For a skills record: what is new from then on."
          defaultValue={text('since') ?? since}
          error={error('since')}
        />
        <TextField
          label="Until"
          name="until"
          type="date"
          min={today}
          max={lastDay}
          hint="Then the link ends."
          defaultValue={text('until') ?? until}
          error={error('until')}
        />
      </div>
      <button type="submit" className="button self-start" aria-disabled={isPending}>
        Make the link
      </button>
    </Form>
  );
}

function Link({ origin, path, name }: { origin: string; path: string; name: string }) {
  const link = `${origin}${path}`;
  return (
    <div className="flex flex-col gap-4">
      <Notice>{`Send this link to ${name}.`}</Notice>
      <div className="field">
        <label htmlFor="shared-link">{`Link for ${name}`}</label>
        <span id="shared-link-hint" className="hint">
          Copy it now: it is not shown again. Whoever has it can read the page.
        </span>
        <input id="shared-link" className="input" readOnly value={link} aria-describedby="shared-link-hint" />
      </div>
      <CopyButton text={link} label="Copy the link" />
      <p>
        <a href="/progress/share" className="inline-flex min-h-11 items-center">
          Share another page
        </a>
      </p>
    </div>
  );
}
