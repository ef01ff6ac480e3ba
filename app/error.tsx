'use client';

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  // What failed may have failed on the server, which drawing the page again here would not ask.
  const tryAgain = () => window.location.reload();
  const isStorageGone = error.digest === 'storage-unavailable';
  return (
    <main id="content" className="page">
      <p className="eyebrow">Something went wrong</p>
      <h1 className="mt-1">Rung could not show this page</h1>
      <p className="mt-4 mb-8 text-lg text-soft">
        {isStorageGone
          ? 'Its database does not answer. You are still signed in, and nothing that was saved is lost. Wait a little and try again; if it keeps happening, tell whoever runs this server.'
          : 'Nothing that was saved is lost. Try again; if it keeps happening, tell whoever runs this server at what time it did.'}
      </p>
      <button type="button" className="button" onClick={tryAgain}>
        Try again
      </button>
    </main>
  );
}
