'use client';

import { TextField } from '@/components/field';
import { useFormAction } from '@/components/use-form-action';
import { type LinkDays, LinkForm, MadeLink, UntilField } from '../link-form';
import { askForSecondLookAction } from './actions';

type Choice = { id: string; name: string; hint: string; isProposed: boolean };

type AskFormProps = { origin: string; skills: readonly Choice[]; days: LinkDays; isMailOn: boolean };

const SEES = [
  { value: 'evidence', label: 'My evidence for these skills' },
  { value: 'goal', label: 'The role that I want' },
] as const;

/** Asks somebody for a second look. What it answers is the link, shown this once. */
export function AskForm({ origin, skills, days, isMailOn }: AskFormProps) {
  const form = useFormAction(askForSecondLookAction);
  const { state, text, isChosen, error } = form;
  if (state?.ok) {
    const { path, name, mailedTo } = state.data;
    return (
      <MadeLink
        link={`${origin}${path}`}
        name={name}
        notice={
          mailedTo === ''
            ? `Send this link to ${name}.`
            : `It is on its way to ${mailedTo}. You can send it yourself too.`
        }
        use="Whoever has it can answer."
        again={{ href: '/progress/second-look', label: 'Ask somebody else' }}
      />
    );
  }
  return (
    <LinkForm
      form={form}
      who={{ label: 'Who you ask', hint: 'What you call them. They do not need an account.' }}
    >
      <fieldset aria-describedby={error('skills') ? 'skills-error' : undefined}>
        <legend className="label mb-1">Skills</legend>
        <p className="hint">
          The largest gaps in what you have begun are chosen already. Each takes the person about a minute.
        </p>
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
        <UntilField form={form} days={days} />
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
    </LinkForm>
  );
}
