'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { findRequestId } from '@/components/find-request-id';
import { describeRefusal } from '@/lib/planner/refusal';
import { PlainHeader } from './plain-header';

const neverChanges = () => () => undefined;

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  const requestId = useSyncExternalStore(neverChanges, findRequestId, () => null);
  const number = requestId ?? error.digest;
  // The title was the one of the page that failed.
  useEffect(() => {
    document.title = 'Rung could not show this page';
  }, []);
  // What failed may have failed on the server, which drawing the page again here would not ask.
  const tryAgain = () => window.location.reload();
  return (
    <>
      <PlainHeader>
        <a href="/search" className="header-place">
          Search
        </a>
      </PlainHeader>
      <main id="content" className="page">
        <p className="eyebrow">Something went wrong</p>
        <h1 className="mt-1">Rung could not show this page</h1>
        <p className="mt-4 mb-8 text-lg text-soft">
          <span>{describeRefusal(error.digest)}</span> Nothing that was saved is lost. Try again; if it keeps
          happening, tell whoever runs this server{' '}
          {number ? (
            <span>
              this number: <strong className="font-mono">{number}</strong>.
            </span>
          ) : (
            <span>at what time it did.</span>
          )}
        </p>
        <button type="button" className="button" onClick={tryAgain}>
          Try again
        </button>
      </main>
    </>
  );
}
