'use client';

import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { sendSecondLookAction, withdrawSecondLookAction } from './actions';
import { type AskedSkill, AskedSkillFieldset } from './asked-skill';

/** What somebody who was asked says, skill by skill; they may come back to it until the link ends. */
export function AnswerForm({ link, skills }: { link: string; skills: AskedSkill[] }) {
  const form = useFormAction(sendSecondLookAction);
  const { failure, state, isPending, formProps } = form;
  return (
    <Form {...formProps} isLong noValidate className="flex flex-col gap-6">
      <input type="hidden" name="link" value={link} />
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      {skills.map((skill) => (
        <AskedSkillFieldset key={skill.id} skill={skill} form={form} />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button" aria-disabled={isPending}>
          Send
        </button>
        <span role="status">
          {isPending ? 'Sending…' : state?.ok ? 'Sent. Thank you. You can come back and change it.' : ''}
        </span>
      </div>
    </Form>
  );
}

/** Takes back all that they said. */
export function WithdrawForm({ link }: { link: string }) {
  const { failure, isPending, formProps } = useFormAction(withdrawSecondLookAction);
  return (
    <Form {...formProps} className="flex flex-col items-start gap-3">
      <input type="hidden" name="link" value={link} />
      {failure ? <Notice tone={failure.ask ? 'attention' : 'problem'}>{failure.message}</Notice> : null}
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        Take back what I said
      </button>
    </Form>
  );
}
