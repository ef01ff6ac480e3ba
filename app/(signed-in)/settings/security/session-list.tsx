'use client';

import { Notice } from '@/components/notice';
import { useFormAction } from '@/components/use-form-action';
import { endOtherSessionsAction, endSessionAction } from './actions';

export type ListedSession = {
  id: string;
  browser: string;
  address: string | null;
  since: string;
  lastSeen: string;
  isThisOne: boolean;
};

export function SessionList({ sessions }: { sessions: ListedSession[] }) {
  return (
    <div className="flex flex-col gap-5">
      <ul className="flex flex-col gap-4">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              <strong>{session.browser}</strong>
              {session.isThisOne ? ' (this one)' : ''}
              <span className="hint block">
                Since {session.since}, last seen {session.lastSeen}
                {session.address ? `, from ${session.address}` : ''}
              </span>
            </span>
            {session.isThisOne ? null : <EndSessionForm session={session} />}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <EndOthersForm /> : null}
    </div>
  );
}

function EndSessionForm({ session }: { session: ListedSession }) {
  const { failure, isPending, formProps } = useFormAction(endSessionAction);
  return (
    <form {...formProps}>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <input type="hidden" name="sessionId" value={session.id} />
      <button
        type="submit"
        className="button"
        data-look="quiet"
        aria-label={`End session: ${session.browser}, since ${session.since}`}
        aria-disabled={isPending}
      >
        End session
      </button>
    </form>
  );
}

function EndOthersForm() {
  const { failure, isPending, formProps } = useFormAction(endOtherSessionsAction);
  return (
    <form {...formProps}>
      {failure ? <Notice tone="problem">{failure.message}</Notice> : null}
      <button type="submit" className="button" data-look="quiet" aria-disabled={isPending}>
        End all other sessions
      </button>
    </form>
  );
}
