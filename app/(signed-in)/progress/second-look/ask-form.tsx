'use client';

import { CopyButton } from '@/components/copy-button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { askForSecondLookAction } from './actions';

type Choice = { id: string; name: string; hint: string; isProposed: boolean };

type AskFormProps = {
  origin: string;
  skills: readonly Choice[];
  until: string;
  lastDay: string;
  today: string;
  isMailOn: boolean;
};

const SEES = [
  { value: 'evidence', label: 'My evidence for these skills' },
  { value: 'goal', label: 'The role that I want' },
] as const;

/** Asks somebody for a second look. What it answers is the link, shown this once. */
export function AskForm({ origin, skills, until, lastDay, today, isMailOn }: AskFormProps) {
  const { state, failure, isPending, formProps, text, isChosen, error } =
    useFormAction(askForSecondLookAction);
  if (state?.ok) return <Link origin={origin} {...state.data} />;
  return (
    <Form {...formProps} noValidate className="flex flex-col gap-5">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <TextField
        label="Who you ask"
        name="name"
        hint="What you call them. They do not need an account."
        autoComplete="off"
        defaultValue={text('name')}
        error={error('name')}
      />
      <fieldset aria-describedby={error('skills') ? 'skills-error' : undefined}>
        <legend className="label mb-1">Skills</legend>
        <p className="hint">Your largest gaps are chosen already. Three or four take three minutes.</p>
        {error('skills') ? (
          <p id="skills-error" className="field-error">
            {error('skills')}
          </p>
        ) : null}
        <ul className="grid gap-x-6 sm:grid-cols-2">
          {skills.map(({ id, name, hint, isProposed }) => (
            <li key={id}>
              <label className="check">
                <input
                  type="checkbox"
                  name="skills"
                  value={id}
                  defaultChecked={isChosen('skills', id) ?? isProposed}
                />
                <span>
                  <span>{name}</span>
                  <span className="hint block">{hint}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset>
        <legend className="label mb-1">What they may see</legend>
        <p className="hint">Your name, and what you choose here. Never how you rate yourself.</p>
        {SEES.map(({ value, label }) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              name="sees"
              value={value}
              defaultChecked={isChosen('sees', value) ?? false}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <div className="grid items-start gap-5 sm:grid-cols-2">
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
        {isMailOn ? (
          <TextField
            label="Mail it to"
            name="email"
            type="email"
            hint="If you like. The address is not kept."
            autoComplete="off"
            defaultValue={text('email')}
            error={error('email')}
          />
        ) : null}
      </div>
      <button type="submit" className="button self-start" aria-disabled={isPending}>
        Make the link
      </button>
    </Form>
  );
}

function Link({
  origin,
  path,
  name,
  mailedTo,
}: {
  origin: string;
  path: string;
  name: string;
  mailedTo: string;
}) {
  const link = `${origin}${path}`;
  return (
    <div className="flex flex-col gap-4">
      <Notice>
        {mailedTo === ''
          ? `Send this link to ${name}.`
          : `It is on its way to ${mailedTo}. You can send it yourself too.`}
      </Notice>
      <div className="field">
        <label htmlFor="second-look-link">{`Link for ${name}`}</label>
        <span id="second-look-link-hint" className="hint">
          Copy it now: it is not shown again. Whoever has it can answer.
        </span>
        <input
          id="second-look-link"
          className="input"
          readOnly
          value={link}
          aria-describedby="second-look-link-hint"
        />
      </div>
      <CopyButton text={link} label="Copy the link" />
      <p>
        <a href="/progress/second-look" className="inline-flex min-h-11 items-center">
          Ask somebody else
        </a>
      </p>
    </div>
  );
}
