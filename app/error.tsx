'use client';

import { useSyncExternalStore } from 'react';
import { describeRefusal } from '@/lib/planner-refusal';
import { PlainHeader } from './plain-header';

/** The id of the request that failed, which the server in front adds to the timing of each answer. */
function findRequestId(): string | null {
  const entries = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ] as PerformanceResourceTiming[];
  const failed = entries.findLast((entry) => entry.responseStatus >= 500);
  return failed?.serverTiming.find((timing) => timing.name === 'rung')?.description ?? null;
}

const neverChanges = () => () => undefined;

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const requestId = useSyncExternalStore(neverChanges, findRequestId, () => null);
  const number = requestId ?? error.digest;
  // What failed may have failed on the server, which drawing the page again here would not ask.
  const tryAgain = () => window.location.reload();
  return (
    <>
      <PlainHeader />
      <main id="content" className="page">
        <p className="eyebrow">Something went wrong</p>
        <h1 className="mt-1">Rung could not show this page</h1>
        <p className="mt-4 mb-8 text-lg text-soft">
          {describeRefusal(error.digest)} Nothing that was saved is lost. Try again; if it keeps happening,
          tell whoever runs this server
          {number ? (
            <>
              {' '}
              this number: <strong className="font-mono">{number}</strong>
            </>
          ) : (
            ' at what time it did'
          )}
          .
        </p>
        <button type="button" className="button" onClick={tryAgain}>
          Try again
        </button>
      </main>
    </>
  );
}
