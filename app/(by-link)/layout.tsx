import type { ReactNode } from 'react';
import { PlainHeader } from '../plain-header';

/** Pages that whoever has their link may open. */
export default function ByLinkLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PlainHeader />
      <main id="content" className="page">
        {children}
      </main>
    </>
  );
}
