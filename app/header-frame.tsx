import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';
import { SearchBox } from './search-box';

/** Where *Find my rung* leads: who is signed in rates, anyone else makes an account first. */
export const FIND_MY_RUNG = '/rate?from=guide';

/** The pages that explain, which everybody may read. */
export const GUIDE = [
  { href: '/roles', label: 'Roles' },
  { href: '/skills', label: 'Skills' },
  { href: '/steps', label: 'Steps' },
  { href: '/method', label: 'How it works' },
] as const;

/** The one header: the name, the way between pages, which is a row of its own on a phone, and what stands at its end. */
export function HeaderFrame({
  home,
  label,
  places,
  children,
}: {
  home: '/' | '/home';
  label: string;
  /** List items. */
  places: ReactNode;
  children: ReactNode;
}) {
  return (
    <header className="site border-b border-line bg-surface">
      <div className="mx-auto flex w-full max-w-[75rem] flex-wrap items-center gap-x-4 px-[clamp(1rem,4vw,2.5rem)] py-1.5">
        <a
          href={home}
          className="flex min-h-11 items-center gap-2 text-xl font-extrabold text-ink no-underline"
        >
          <Logo /> Rung
        </a>
        <div className="order-3 -mx-2 flex w-full items-center lg:order-none lg:mx-0 lg:w-auto lg:flex-1">
          <nav aria-label={label} className="flex-1">
            <ul className="flex flex-wrap">{places}</ul>
          </nav>
          <SearchBox />
        </div>
        <div className="header-ends ml-auto flex flex-wrap items-center">{children}</div>
      </div>
    </header>
  );
}
