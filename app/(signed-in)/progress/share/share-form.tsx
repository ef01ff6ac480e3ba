'use client';

import { TextField } from '@/components/field';
import { useFormAction } from '@/components/use-form-action';
import { SHARED_KINDS, SHARED_PARTS } from '@/lib/domain/share/kinds';
import { SHARED_KIND_HINTS, SHARED_KIND_LABELS, SHARED_PART_LABELS } from '@/lib/wording/share';
import { type LinkDays, LinkForm, MadeLink, UntilField } from '../link-form';
import { sharePageAction } from './actions';

type ShareFormProps = { origin: string; since: string; days: LinkDays };

/** Makes a page that others can read. What it answers is the link, shown this once. */
export function ShareForm({ origin, since, days }: ShareFormProps) {
  const form = useFormAction(sharePageAction);
  const { state, text, isChosen, error } = form;
  if (state?.ok)
    return (
      <MadeLink
        link={`${origin}${state.data.path}`}
        name={state.data.name}
        notice={`Send this link to ${state.data.name}.`}
        use="Whoever has it can read the page."
        again={{ href: '/progress/share', label: 'Share another page' }}
      />
    );
  const kind = text('kind') ?? SHARED_KINDS[0];
  return (
    <LinkForm
      form={form}
      who={{ label: 'For whom', hint: 'So that you know the link again. They do not see this.' }}
    >
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
          max={days.today}
          hint="For a skills record: what is new from then on."
          defaultValue={text('since') ?? since}
          error={error('since')}
        />
        <UntilField form={form} days={days} />
      </div>
    </LinkForm>
  );
}
