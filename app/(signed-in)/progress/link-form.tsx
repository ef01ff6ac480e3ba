'use client';

import type { ReactNode } from 'react';
import { CopyButton } from '@/components/copy-button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import type { Answer, useFormAction } from '@/components/use-form-action';

/** The first and the last day on which a link may end, and the one that the form proposes. */
export type LinkDays = { today: string; until: string; lastDay: string };

/** What is asked before any link to somebody: for whom it is, and what it opens. */
export function LinkForm<State extends Answer>({
  form: { failure, isPending, formProps, text, error },
  who,
  children,
}: {
  form: ReturnType<typeof useFormAction<State>>;
  who: { label: string; hint: string };
  children: ReactNode;
}) {
  return (
    <Form {...formProps} noValidate className="flex flex-col gap-5">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <TextField
        label={who.label}
        name="name"
        hint={who.hint}
        autoComplete="off"
        defaultValue={text('name')}
        error={error('name')}
      />
      {children}
      <button type="submit" className="button self-start" aria-disabled={isPending}>
        Make the link
      </button>
    </Form>
  );
}

/** The day on which a link ends. */
export function UntilField<State extends Answer>({
  form: { text, error },
  days: { today, until, lastDay },
}: {
  form: ReturnType<typeof useFormAction<State>>;
  days: LinkDays;
}) {
  return (
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
  );
}

/** The link as it is shown this once. `use` says what whoever has it can do. */
export function MadeLink({
  link,
  name,
  notice,
  use,
  again,
}: {
  link: string;
  name: string;
  notice: string;
  use: string;
  again: { href: string; label: string };
}) {
  return (
    <div className="flex flex-col gap-4">
      <Notice>{notice}</Notice>
      <div className="field">
        <label htmlFor="made-link">{`Link for ${name}`}</label>
        <span id="made-link-hint" className="hint">
          {`Copy it now: it is not shown again. ${use}`}
        </span>
        <input id="made-link" className="input" readOnly value={link} aria-describedby="made-link-hint" />
      </div>
      <CopyButton text={link} label="Copy the link" />
      <p>
        <a href={again.href} className="inline-flex min-h-11 items-center">
          {again.label}
        </a>
      </p>
    </div>
  );
}
