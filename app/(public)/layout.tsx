import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';

const PLACES = [
  { href: '/roles', label: 'Roles' },
  { href: '/skills', label: 'Skills' },
  { href: '/steps', label: 'Steps' },
  { href: '/method', label: 'How it works' },
] as const;

/** The landing page leads on with its own button, so the header's is not shown there. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="group contents">
      <header className="site border-b border-line">
        <div className="mx-auto flex w-full max-w-[75rem] flex-wrap items-center gap-x-6 gap-y-1 px-[clamp(1rem,4vw,2.5rem)] py-2.5">
          <a
            href="/"
            className="flex min-h-11 items-center gap-2 text-xl font-extrabold text-ink no-underline"
          >
            <Logo /> Rung
          </a>
          <nav aria-label="Guide" className="order-3 -mx-2 w-full sm:mx-0 md:order-none md:w-auto md:flex-1">
            <ul className="flex flex-wrap">
              {PLACES.map((place) => (
                <li key={place.href}>
                  <a
                    href={place.href}
                    className="flex min-h-11 items-center px-2 font-semibold text-ink no-underline hover:underline sm:px-3"
                  >
                    {place.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="ml-auto flex items-center gap-1">
            <a href="/sign-in" className="button" data-look="plain">
              Sign in
            </a>
            <a href="/sign-up" className="button px-4 group-has-[[data-landing]]:hidden">
              Find my rung
            </a>
          </div>
        </div>
      </header>
      <main id="content" className="page">
        {children}
      </main>
    </div>
  );
}
