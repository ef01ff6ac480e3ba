import type { ReactNode } from 'react';
import { PublicHeader } from '../public-header';

/** The landing page leads on with its own button, so the header's is not shown there. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="group contents">
      <PublicHeader />
      <main id="content" className="page">
        {children}
      </main>
    </div>
  );
}
