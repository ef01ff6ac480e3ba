import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';

export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="site">
        <div className="mx-auto flex w-full max-w-[75rem] px-[clamp(1rem,4vw,2.5rem)] py-4">
          <Link
            href="/"
            className="flex min-h-11 items-center gap-2 text-xl font-extrabold text-ink no-underline"
          >
            <Logo /> Rung
          </Link>
        </div>
      </header>
      <main id="content" className="page">
        <div className="mx-auto w-full max-w-[30rem]">{children}</div>
      </main>
    </>
  );
}
