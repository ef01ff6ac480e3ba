'use client';

import type { ReactNode } from 'react';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { ResumeMatches } from '@/lib/domain/resume/match-resume';
import { confirmResumeAction } from './actions';
import type { ResumeChoices } from './choices';

/** Each match of a résumé: a tick, what it is taken for, and its dates, all of which can be changed first. */
export function ConfirmResumeForm({ matches, choices }: { matches: ResumeMatches; choices: ResumeChoices }) {
  const { failure, isPending, text, isChosen, error, formProps } = useFormAction(confirmResumeAction);
  const count = matches.posts.length + matches.holdings.length + matches.certificates.length;
  const fieldOf = (row: string, name: string, value: string | null) => ({
    id: `${row}.${name}`,
    name: `${row}.${name}`,
    defaultValue: text(`${row}.${name}`) ?? value ?? '',
    error: error(`${row}.${name}`),
  });
  const drawRow = (row: string, said: string, fields: ReactNode) => (
    <fieldset key={row} className="flex flex-col gap-3 border-line border-t pt-3">
      <legend className="sr-only">{`In your file: ${said}`}</legend>
      <label className="check">
        <input
          type="checkbox"
          name={`${row}.take`}
          defaultChecked={isChosen(`${row}.take`, 'on') ?? !failure}
        />
        <span>{`Keep “${said}” as`}</span>
      </label>
      <div className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_11rem_11rem]">{fields}</div>
    </fieldset>
  );
  return (
    <Form {...formProps} noValidate className="notice flex flex-col gap-4" data-tone="attention">
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <p className="font-bold" role="status">
        {count === 0
          ? 'Nothing in this file is in Rung’s lists. Nothing was saved.'
          : 'Nothing is saved yet. Clear what is not so, and correct what is not quite.'}
      </p>
      {matches.posts.map(({ said, post, since, until, isMonthTaken }, at) => {
        const row = `posts.${at}`;
        return drawRow(
          row,
          said,
          <>
            <SelectField label="Taken for" options={choices.posts} {...fieldOf(row, 'post', post)} />
            <TextField label="From" placeholder="2021-04" {...fieldOf(row, 'since', since)} />
            <TextField label="To" placeholder="Now" {...fieldOf(row, 'until', until)} />
            {isMonthTaken ? (
              <p className="hint sm:col-span-3">
                Your file gives a year alone, so a month near its middle stands here: correct it.
              </p>
            ) : null}
          </>,
        );
      })}
      {matches.holdings.map(({ said, holding, since }, at) => {
        const row = `holdings.${at}`;
        return drawRow(
          row,
          said,
          <>
            <SelectField label="Taken for" options={choices.holdings} {...fieldOf(row, 'holding', holding)} />
            <TextField label="From" placeholder="2019-07" {...fieldOf(row, 'since', since)} />
          </>,
        );
      })}
      {matches.certificates.map(({ said, step, earnedOn, expiresOn }, at) => {
        const row = `certificates.${at}`;
        return drawRow(
          row,
          said,
          <>
            <SelectField label="Taken for" options={choices.certificates} {...fieldOf(row, 'step', step)} />
            <TextField label="Earned on" type="date" {...fieldOf(row, 'earnedOn', earnedOn)} />
            <TextField label="Valid to" type="date" {...fieldOf(row, 'expiresOn', expiresOn)} />
          </>,
        );
      })}
      {matches.unmatched > 0 ? (
        <p className="hint">
          {matches.unmatched === 1
            ? 'One entry fits nothing in the lists and is left out.'
            : `${matches.unmatched} entries fit nothing in the lists and are left out.`}
        </p>
      ) : null}
      {matches.isCut ? <p className="hint">Of each list the first 60 entries were looked at.</p> : null}
      {count > 0 ? (
        <div className="flex flex-wrap items-center gap-4">
          <button type="submit" className="button" aria-disabled={isPending}>
            Save these
          </button>
          <span className="hint" role="status">
            {isPending ? 'Saving…' : ''}
          </span>
        </div>
      ) : null}
    </Form>
  );
}
