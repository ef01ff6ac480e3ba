import type { Metadata } from 'next';
import { PlainHeader } from './plain-header';
import { SearchBox } from './search-box';

export const metadata: Metadata = { title: 'Nothing at this address' };

export default function NotFound() {
  return (
    <>
      <PlainHeader>
        <SearchBox />
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
