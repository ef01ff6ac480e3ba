'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { SKILL_GROUPS } from '@/lib/wording/skill-groups';
import { saveCheckInAction } from '../actions';
import { FinishFields } from '../finish-fields';
import { moveByKey } from '../move-by-key';
import type { RatedSkill } from '../rated-skill';
import { SkillFieldset } from '../skill-fieldset';
import { useTypedDraft } from '../use-typed-draft';

type AllFormProps = {
  skills: RatedSkill[];
  requestKey: string;
  draftsUntil: string;
  draftKey: string | null;
};

/** Every skill on one page, saved at once. */
export function AllForm({ skills, requestKey, draftsUntil, draftKey }: AllFormProps) {
  const form = useFormAction(saveCheckInAction, { onSaved: () => forget() });
  const { ref, forget } = useTypedDraft(draftKey);
  return (
    <Form
      {...form.formProps}
      isLong
      noValidate
      onKeyDown={moveByKey}
      className="grid gap-8 lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <SkillIndex skills={skills} />
      <div ref={ref} className="flex min-w-0 flex-col gap-8">
        {form.failure ? <Notice tone="problem">{form.failure.message}</Notice> : null}
        {SKILL_GROUPS.map((group) => (
          <section key={group.kind} aria-labelledby={`${group.kind}-skills`} className="flex flex-col gap-6">
            <h2 id={`${group.kind}-skills`}>{group.title}</h2>
            {skills
              .filter((skill) => skill.kind === group.kind)
              .map((skill) => (
                <SkillFieldset key={skill.id} skill={skill} form={form} heading="h3" />
              ))}
          </section>
        ))}
        <section className="card flex flex-col gap-5" aria-label="Finish">
          <FinishFields form={form} requestKey={requestKey} draftsUntil={draftsUntil} />
        </section>
      </div>
    </Form>
  );
}

function SkillIndex({ skills }: { skills: readonly RatedSkill[] }) {
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
