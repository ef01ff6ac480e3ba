'use client';

import { unstable_rethrow } from 'next/navigation';
import { type ComponentProps, useActionState, useEffect, useRef, useState, useTransition } from 'react';
import { describeFailure, isOutdated } from './describe-failure';
import { DRAWN_FOR } from './drawn-fields';
import { keepForm } from './kept-form';
import type { OutlineProps } from './outline';

type Failure = {
  ok: false;
  message: string;
  fieldErrors?: Record<string, string>;
  entered?: { [name: string]: string | string[] };
  /** What the form is asked to confirm by being sent once more. */
  ask?: string;
  remedies?: {
    sentence: string;
    label: string;
    entries: { [name: string]: string | string[] } | null;
    preview: OutlineProps | null;
  }[];
};
export type Answer = { ok: true; data: unknown } | Failure;

/**
 * Binds a form to a server action. Before its script has loaded the browser posts the form itself and
 * `text` and `isChosen` give back what was entered; with script the form is sent without a reload, is
 * never emptied by React's reset, and keeps what was typed when the connection is lost.
 */
export function useFormAction<State extends Answer>(
  action: (previous: State | null, formData: FormData) => Promise<State>,
  {
    onSaved,
    at,
  }: {
    onSaved?: () => void;
    /**
     * The address that shows the form. Before script the answer is found by it, and otherwise by the form's place in the
     * page, where a form that has moved meanwhile, such as to another list, finds none. One form of an action a page has it.
     */
    at?: string;
  } = {},
) {
  const [posted, formAction] = useActionState<State | null, FormData>(action, null, at);
  const [answer, setAnswer] = useState<State | Failure | null>(null);
  const [isPending, startTransition] = useTransition();
  const state: State | Failure | null = answer ?? posted;
  const failure = state && !state.ok ? (state as Failure) : null;

  const sent = useRef<HTMLFormElement | null>(null);
  useEffect(() => {
    if (answer && !answer.ok && sent.current) showFault(sent.current);
  }, [answer]);

  const send = (form: HTMLFormElement, submitter: HTMLElement | null) => {
    if (isPending) return;
    sent.current = form;
    const formData = new FormData(form, submitter);
    const sentAt = performance.now();
    startTransition(async () => {
      try {
        const result = await action(null, formData);
        if (result.ok) onSaved?.();
        setAnswer(result);
      } catch (error) {
        try {
          unstable_rethrow(error);
        } catch (redirect) {
          onSaved?.();
          setAnswer(null);
          throw redirect;
        }
        if (isOutdated(error)) keepForm(form, String(formData.get(DRAWN_FOR)));
        setAnswer({ ok: false, message: await describeFailure(error, sentAt) });
      }
    });
  };
  const onSubmit: ComponentProps<'form'>['onSubmit'] = (event) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    // A button that leads to an address of its own is left to the browser.
    if (submitter?.hasAttribute('formaction') && submitter.getAttribute('formmethod') === 'get') return;
    event.preventDefault();
    send(event.currentTarget, submitter);
  };

  return {
    state,
    failure,
    isPending,
    send,
    formProps: { action: formAction, onSubmit, entered: failure?.entered, ask: failure?.ask },
    text: (name: string): string | undefined => {
      const value = failure?.entered?.[name];
      return typeof value === 'string' ? value : undefined;
    },
    isChosen: (name: string, value: string): boolean | undefined => {
      if (!failure?.entered) return undefined;
      const entered = failure.entered[name];
      return Array.isArray(entered) ? entered.includes(value) : entered === value;
    },
    error: (name: string): string | undefined => failure?.fieldErrors?.[name],
  };
}

/** What a form needs of its action, whatever that answers. */
export type FormAction = ReturnType<typeof useFormAction<Answer>>;

/** Brings the person to what is wrong: the first field at fault, or else the sentence above the form. */
function showFault(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (field) {
    field.focus();
    return;
  }
  const alert = form.parentElement?.querySelector<HTMLElement>('[role="alert"]');
  // Of a long one the first line is where reading begins.
  const isLong = alert && alert.offsetHeight > window.innerHeight / 2;
  alert?.scrollIntoView({ block: isLong ? 'start' : 'center' });
}
