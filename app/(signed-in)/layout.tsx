import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { BoundForms } from './bound-forms';
import { SiteHeader } from './site-header';

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value;
  return (
    <div className="contents" data-theme-choice={theme} suppressHydrationWarning>
      <SiteHeader />
      <main id="content" className="page">
        <BoundForms>{children}</BoundForms>
      </main>
    </div>
  );
}
