'use client';

import { useEffect, useMemo, useState } from 'react';
import { type Resolver, type UseFormRegister, useForm } from 'react-hook-form';
import { TextAreaField } from '@/components/field';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { CheckInFields } from '@/lib/domain/check-in';
import { NOT_RATED } from '@/lib/domain/check-in-limits';
import { SKILL_GROUPS } from '@/lib/wording/skill-groups';
import { saveCheckInAction } from './actions';
import { forgetDraft, keepDraft, readShownFields, readStartingFields } from './draft';
import { moveByKey } from './move-by-key';
import type { RatedSkill } from './rated-skill';
import { SkillFieldset } from './skill-fieldset';

const FORM_ID = 'check-in';

type RateFormProps = { skills: RatedSkill[]; requestKey: string; draftKey: string | null };

export function RateForm({ skills, requestKey, draftKey }: RateFormProps) {
  const skillIds = useMemo(() => skills.map((skill) => skill.id), [skills]);
  const { failure, isPending, send, formProps, text, error } = useFormAction(saveCheckInAction, {
    onSaved: () => forgetDraft(draftKey),
  });
  const [startingFields] = useState(() =>
    readStartingFields({ formId: FORM_ID, skillIds, requestKey, draftKey }),
  );
  const { register, handleSubmit, formState } = useForm<CheckInFields>({
    defaultValues: startingFields,
    resolver: useMemo(() => makeResolver(skillIds), [skillIds]),
  });
  useEffect(() => {
    loadChecks().catch(() => undefined);
  }, []);
  useEffect(() => {
    const form = document.getElementById(FORM_ID);
    // Read from the form itself: React hears of an input only after this does.
    const keep = () => keepDraft(draftKey, readShownFields(FORM_ID, startingFields));
    keep();
    form?.addEventListener('input', keep);
    return () => form?.removeEventListener('input', keep);
  }, [draftKey, startingFields]);

  // That no skill has a level is said at the first, and is over as soon as another has one.
  const registerSkill: UseFormRegister<CheckInFields> = (name, options) =>
    register(name, { ...options, deps: `ratings.${skillIds[0]}.level` });
  const noteError = formState.errors.note?.message ?? error('note');
  return (
    <Form
      {...formProps}
      isLong
      id={FORM_ID}
      noValidate
      onKeyDown={moveByKey}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        return handleSubmit(() => send(form, null))(event);
      }}
      className="grid gap-8 lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <SkillIndex skills={skills} />
      <div className="flex min-w-0 flex-col gap-8">
        {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
        {SKILL_GROUPS.map((group) => (
          <section key={group.kind} aria-labelledby={`${group.kind}-skills`} className="flex flex-col gap-6">
            <h2 id={`${group.kind}-skills`}>{group.title}</h2>
            {skills
              .filter((skill) => skill.kind === group.kind)
              .map((skill) => (
                <SkillFieldset
                  key={skill.id}
                  skill={skill}
                  register={registerSkill}
                  entered={{
                    level: text(`ratings.${skill.id}.level`) ?? NOT_RATED,
                    evidence: text(`ratings.${skill.id}.evidence`) ?? '',
                    sure: text(`ratings.${skill.id}.sure`) ?? '',
                  }}
                  errors={{
                    level:
                      formState.errors.ratings?.[skill.id]?.level?.message ??
                      error(`ratings.${skill.id}.level`),
                    evidence:
                      formState.errors.ratings?.[skill.id]?.evidence?.message ??
                      error(`ratings.${skill.id}.evidence`),
                  }}
                />
              ))}
          </section>
        ))}
        <section className="card flex flex-col gap-5" aria-label="Finish">
          <TextAreaField
            label="Note"
            id="note"
            hint="Optional. What has changed since last time, for you to read later."
            error={noteError}
            defaultValue={text('note') ?? ''}
            {...register('note')}
          />
          <input type="hidden" defaultValue={requestKey} {...register('requestKey')} />
          <div className="flex flex-wrap items-center gap-4">
            <button type="submit" className="button" aria-disabled={isPending}>
              Save check-in
            </button>
            <span className="hint" role="status">
              {isPending ? 'Saving…' : ''}
            </span>
          </div>
        </section>
      </div>
    </Form>
  );
}

/** The schema is a fifth of the page's script, and nobody needs it before they press the button. */
const loadChecks = () => import('./resolve-check-in');

function makeResolver(skillIds: readonly string[]): Resolver<CheckInFields> {
  return async (fields, context, options) => {
    // Where it cannot be loaded, the server still checks the form, and says the same.
    const checks = await loadChecks().catch(() => null);
    return checks
      ? checks.resolveCheckIn(skillIds)(fields, context, options)
      : { values: fields, errors: {} };
  };
}

function SkillIndex({ skills }: { skills: RatedSkill[] }) {
  return (
    <nav aria-label="Skills on this page" className="hidden lg:block">
      <ol className="sticky top-6 flex flex-col border-l-4 border-line">
        {skills.map((skill) => (
          <li key={skill.id}>
            <a
              href={`#${skill.id}`}
              className="-ml-1 flex min-h-11 items-center border-l-4 border-transparent py-1.5 pl-4 leading-tight text-ink no-underline hover:border-target"
            >
              {skill.name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
