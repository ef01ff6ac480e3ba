import { Logo } from '@/components/logo';
import { NavLink } from './nav-link';

const PLACES = [
  { href: '/home', label: 'Home' },
  { href: '/rate', label: 'Rate' },
  { href: '/gap', label: 'Gap' },
  { href: '/progress', label: 'Progress' },
  { href: '/plan', label: 'Plan' },
] as const;

/** The way between the pages, in two rows on a phone. It is navigation only: each page asks for its person itself. */
export function SiteHeader() {
  return (
    <header className="site border-b border-line bg-surface">
      <div className="mx-auto flex w-full max-w-[75rem] flex-wrap items-center gap-x-6 px-[clamp(1rem,4vw,2.5rem)] py-1.5">
        <a
          href="/home"
          className="flex min-h-11 items-center gap-2 text-xl font-extrabold text-ink no-underline"
        >
          <Logo /> Rung
        </a>
        <nav aria-label="Main" className="order-3 w-full sm:order-none sm:w-auto sm:flex-1">
          <ul className="flex flex-wrap gap-1">
            {PLACES.map((place) => (
              <li key={place.href}>
                <NavLink {...place} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex">
          <NavLink href="/settings" label="Settings" />
          <form method="post" action="/sign-out">
            <button type="submit" className="button" data-look="plain">
              Sign out
            </button>
          </form>
        </div>
      </div>
    </header>
  );
}
