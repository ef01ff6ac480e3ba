import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';

/** The name and the way back to the first page, on pages that lead nowhere else but by what stands at its end. */
export function PlainHeader({ children }: { children: ReactNode }) {
  return (
    <header className="site">
      <div className="mx-auto flex w-full max-w-[75rem] items-center justify-between px-[clamp(1rem,4vw,2.5rem)] py-4">
        <a href="/" className="flex min-h-11 items-center gap-2 text-xl font-extrabold text-ink no-underline">
          <Logo /> Rung
        </a>
        {children}
      </div>
    </header>
  );
}
