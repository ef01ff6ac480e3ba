import type { ReactNode } from 'react';
import { PlainHeader } from '../plain-header';
import { SearchBox } from '../search-box';

/** Pages that whoever has their link may open. */
export default function ByLinkLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PlainHeader>
        <SearchBox />
      </PlainHeader>
      <main id="content" className="page">
        {children}
      </main>
    </>
  );
}
