import type { Metadata } from 'next';
import { PlainHeader } from './plain-header';

export const metadata: Metadata = { title: 'Nothing at this address' };

/** Each page carries this one along, so it is short: its search is a link. */
export default function NotFound() {
  return (
    <>
      <PlainHeader>
        <a href="/search" className="header-place">
          Search
        </a>
      </PlainHeader>
      <main id="content" className="page">
        <p className="eyebrow">404</p>
        <h1 className="mt-1">This rung is missing</h1>
        <p className="mt-4 mb-8 text-lg text-soft">
          There is no page at this address, or it is not yours to see. Check the address, or start again from
          the foot of the ladder.
        </p>
        <a href="/" className="button">
          To the start
        </a>
      </main>
    </>
  );
}
