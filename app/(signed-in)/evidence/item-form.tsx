'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { TextAreaField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { type FormAction, useFormAction } from '@/components/use-form-action';
import { saveEvidenceAction } from './actions';

export type CanDoGroup = {
  id: string;
  name: string;
  levels: { level: number; canDos: { id: string; text: string }[] }[];
};

export type ItemFields = { title: string; day: string; text: string; url: string; canDos: readonly string[] };

type ItemFormProps = {
  /** The item that the form changes; null for a new one. */
  changed: { id: string; basedOn: string } | null;
  fields: ItemFields;
  groups: readonly CanDoGroup[];
  today: string;
};

/** An item of evidence: something to point at, and what it shows. */
export function ItemForm({ changed, fields, groups, today }: ItemFormProps) {
  const form = useFormAction(saveEvidenceAction, {
    at: changed ? `/evidence?change=${changed.id}#${changed.id}` : '/evidence#add',
  });
  const { failure, isPending, formProps, text, error } = form;
  const idOf = (name: string) => `${changed?.id ?? 'new'}-${name}`;
  const fieldOf = (name: 'title' | 'day' | 'text' | 'url') => ({
    id: idOf(name),
    name,
    defaultValue: text(name) ?? fields[name],
    error: error(name),
  });
  return (
    <Form {...formProps} isLong noValidate className="flex flex-col gap-5">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {changed ? (
        <>
          <input type="hidden" name="id" value={changed.id} />
          <input type="hidden" name="basedOn" value={changed.basedOn} />
        </>
      ) : null}
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_12rem]">
        <TextField label="Title" {...fieldOf('title')} />
        <TextField label="Day" type="date" max={today} {...fieldOf('day')} />
      </div>
      <TextField label="Link" inputMode="url" placeholder="https://" {...fieldOf('url')} />
      <TextAreaField label="What happened" hint="What somebody could have seen." {...fieldOf('text')} />
      <CanDoChoice form={form} chosen={fields.canDos} groups={groups} isOpen={changed === null} />
      <button type="submit" className="button self-start" aria-disabled={isPending}>
        {changed ? 'Save changes' : 'Add evidence'}
      </button>
    </Form>
  );
}

/** Check boxes by skill, a plain list before script; with it, what one types leaves those that hold it. */
function CanDoChoice({
  form,
  chosen,
  groups,
  isOpen,
}: {
  form: FormAction;
  chosen: readonly string[];
  groups: readonly CanDoGroup[];
  isOpen: boolean;
}) {
  const [wanted, setWanted] = useState('');
  const [isReady, setReady] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  useEffect(() => setReady(true), []);
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = groups
    .flatMap(({ levels }) => levels)
    .flatMap(({ canDos }) => canDos)
    .filter(({ text }) => isFound(text)).length;
  const error = form.error('canDos');
  return (
    <fieldset ref={list} className="flex flex-col gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="label mb-1">What it shows</legend>
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
      {isReady ? (
        <div className="field">
          <label htmlFor={`${id}-search`}>Find by a word</label>
          <input
            id={`${id}-search`}
            className="input"
            type="search"
            autoComplete="off"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            onKeyDown={(event) => {
              // What is found stands below: there is nothing to send or to go on to.
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <span role="status" className="hint">
            {words.length === 0 ? '' : `${found} found`}
          </span>
        </div>
      ) : null}
      {groups.map((group) => {
        const hasFound = group.levels.some(({ canDos }) => canDos.some(({ text }) => isFound(text)));
        return (
          <details
            key={group.id}
            open={words.length > 0 ? hasFound : isOpen && groups.length === 1}
            hidden={!hasFound}
          >
            <summary>{group.name}</summary>
            {group.levels.map(({ level, canDos }) => (
              <div key={level} hidden={!canDos.some(({ text }) => isFound(text))}>
                <p className="hint">{`Level ${level}`}</p>
                <ul>
                  {canDos.map((canDo) => (
                    <li key={canDo.id} hidden={!isFound(canDo.text)}>
                      <label className="check">
                        <input
                          type="checkbox"
                          name="canDos"
                          value={canDo.id}
                          defaultChecked={form.isChosen('canDos', canDo.id) ?? chosen.includes(canDo.id)}
                        />
                        <span>{canDo.text}</span>
                      </label>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        );
      })}
    </fieldset>
  );
}
