import type { ReactNode } from 'react';
import { PlainHeader } from '../plain-header';
import { SearchBox } from '../search-box';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PlainHeader>
        <SearchBox />
      </PlainHeader>
      <main id="content" className="page">
        <div className="mx-auto w-full max-w-[30rem]">{children}</div>
      </main>
    </>
  );
}
