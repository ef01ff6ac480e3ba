'use client';

export default function ErrorPage() {
  // What failed may have failed on the server, which drawing the page again here would not ask.
  const tryAgain = () => window.location.reload();
  return (
    <main id="content" className="page">
      <p className="eyebrow">Something went wrong</p>
      <h1 className="mt-1">Rung could not show this page</h1>
      <p className="mt-4 mb-8 text-lg text-soft">
        Nothing that was saved is lost. Try again; if it keeps happening, tell whoever runs this server at
        what time it did.
      </p>
      <button type="button" className="button" onClick={tryAgain}>
        Try again
      </button>
    </main>
  );
}
