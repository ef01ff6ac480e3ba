'use client';

import { useEffect, useRef, useState } from 'react';
import { Form } from '@/components/form';
import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import type { ProofNeeds } from '@/lib/auth/proof-schema';
import { ProofFields } from '../proof-fields';
import { endOtherSessionsAction, endSessionAction } from './actions';

export type ListedSession = {
  id: string;
  browser: string;
  address: string | null;
  since: string;
  lastSeen: string;
  isThisOne: boolean;
};

export function SessionList({ sessions, needs }: { sessions: ListedSession[]; needs: ProofNeeds }) {
  const ended = useEnded(sessions.length);
  return (
    <div className="flex flex-col gap-5">
      <p ref={ended.ref} tabIndex={-1} className="empty:hidden">
        {ended.sentence}
      </p>
      <ul className="flex flex-col gap-4">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <strong>{session.browser}</strong>
              <span>{session.isThisOne ? ' (this one)' : ''}</span>
              <span className="hint block">{`Since ${session.since}, last seen ${session.lastSeen}${session.address ? `, from ${session.address}` : ''}`}</span>
            </span>
            {session.isThisOne ? null : <EndSessionForm session={session} needs={needs} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <EndOthersForm needs={needs} /> : null}
    </div>
  );
}

/** Says how many sessions were ended since the page was loaded last, where their buttons, which had the focus, are gone. */
function useEnded(count: number) {
  const ref = useRef<HTMLParagraphElement>(null);
  const before = useRef(count);
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    const ended = before.current - count;
    before.current = count;
    if (ended > 0) setSentence(ended === 1 ? 'The session is ended.' : 'The other sessions are ended.');
  }, [count]);
  useEffect(() => {
    if (sentence) ref.current?.focus();
  }, [sentence]);
  return { ref, sentence };
}

function EndSessionForm({ session, needs }: { session: ListedSession; needs: ProofNeeds }) {
  const { failure, isPending, error, formProps } = useFormAction(endSessionAction);
  return (
    <Form {...formProps} className="flex flex-col items-start gap-3" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="sessionId" value={session.id} />
      <ProofFields id={`end-${session.id}`} needs={needs} error={error} isOnRefusal />
      <button
        type="submit"
        className="button"
        data-look="quiet"
        aria-label={`End session: ${session.browser}, since ${session.since}`}
        aria-disabled={isPending}
      >
        End session
      </button>
    </Form>
  );
}

function EndOthersForm({ needs }: { needs: ProofNeeds }) {
  const { failure, isPending, error, formProps } = useFormAction(endOtherSessionsAction);
  return (
    <Form {...formProps} className="flex flex-col items-start gap-3" noValidate>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <ProofFields id="end-others" needs={needs} error={error} isOnRefusal />
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        End all other sessions
      </button>
    </Form>
  );
}
