'use client';

import type { ReactNode } from 'react';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { saveCheckInAction } from '../actions';
import { FinishFields } from '../finish-fields';
import { skillPath } from '../paths';
import type { Entered } from '../rated-skill';
import { useTypedDraft } from '../use-typed-draft';

export type ReviewedSkill = {
  id: string;
  name: string;
  /** Null where nothing was chosen. */
  entered: Entered | null;
  level: string;
  canDos: string | null;
  change: string;
};

type ReviewFormProps = {
  skills: ReviewedSkill[];
  requestKey: string;
  draftsUntil: string;
  draftKey: string;
  /** What is said below the heading. */
  children: ReactNode;
};

/** Ten rows and a note. What the rows show is what is saved, also where another tab has gone on meanwhile. */
export function ReviewForm({ skills, requestKey, draftsUntil, draftKey, children }: ReviewFormProps) {
  const form = useFormAction(saveCheckInAction, { onSaved: () => forget() });
  const { ref, forget } = useTypedDraft(draftKey);
  const rated = skills.filter(({ entered }) => entered !== null).length;
  return (
    <Form {...form.formProps} noValidate className="mx-auto max-w-[52rem]">
      <div ref={ref} className="flex min-w-0 flex-col gap-3" data-alone>
        <header>
          <h1 className="text-[1.6rem]">Your check-in</h1>
          <p className="mt-1 text-soft">
            <span>{`${rated} of ${skills.length} rated.`}</span> It is kept with its date, and nothing
            overwrites it.
          </p>
          {children}
        </header>
        {form.failure ? <Notice tone="problem">{form.failure.message}</Notice> : null}
        <div className="overflow-x-auto">
          <table aria-label="This check-in">
            <thead>
              <tr>
                <th scope="col">Skill</th>
                <th scope="col">Level</th>
                <th scope="col">Change</th>
              </tr>
            </thead>
            <tbody>
              {skills.map((skill) => (
                <ReviewRow key={skill.id} skill={skill} />
              ))}
            </tbody>
          </table>
        </div>
        <FinishFields form={form} requestKey={requestKey} draftsUntil={draftsUntil} />
      </div>
    </Form>
  );
}

function ReviewRow({ skill }: { skill: ReviewedSkill }) {
  const { id, name, entered, level, canDos, change } = skill;
  return (
    <tr>
      <th scope="row" className="font-normal">
        <a href={skillPath(id)}>{name}</a>
        {entered ? <EnteredFields id={id} entered={entered} /> : null}
      </th>
      {entered ? (
        <>
          <td>
            <span className="font-bold whitespace-nowrap">{level}</span>
            {canDos ? <span className="hint block">{canDos}</span> : null}
          </td>
          <td>{change}</td>
        </>
      ) : (
        <td colSpan={2} className="leading-snug text-soft max-sm:py-1 max-sm:text-[0.9rem]">
          {level}
        </td>
      )}
    </tr>
  );
}

function EnteredFields({ id, entered }: { id: string; entered: Entered }) {
  const name = `ratings.${id}`;
  return (
    <>
      <input type="hidden" name={`${name}.level`} value={entered.level} />
      <input type="hidden" name={`${name}.evidence`} value={entered.evidence} />
      <input type="hidden" name={`${name}.sure`} value={entered.sure} />
      {entered.also.map((canDo) => (
        <input key={canDo} type="hidden" name={`${name}.also`} value={canDo} />
      ))}
      {entered.except.map((canDo) => (
        <input key={canDo} type="hidden" name={`${name}.except`} value={canDo} />
      ))}
    </>
  );
}
