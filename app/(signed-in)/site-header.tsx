import { GUIDE, HeaderFrame } from '../header-frame';
import { NavLink } from './nav-link';

const PLACES = [
  { href: '/home', label: 'Home' },
  { href: '/rate', label: 'Rate' },
  { href: '/gap', label: 'Gap' },
  { href: '/progress', label: 'Progress' },
  { href: '/plan', label: 'Plan' },
] as const;

/** The way between the pages. It is navigation only: each page asks for its person itself. */
export function SiteHeader() {
  return (
    <HeaderFrame
      home="/home"
      label="Main"
      places={PLACES.map((place) => (
        <li key={place.href}>
          <NavLink {...place} />
        </li>
      ))}
    >
      <details className="guide-menu">
        <summary className="header-place guide-summary">Guide</summary>
        <nav aria-label="Guide" className="guide-places">
          <ul>
            {GUIDE.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="header-place">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
      <NavLink href="/settings" label="Settings" />
      <form method="post" action="/sign-out">
        <button type="submit" className="header-place">
          Sign out
        </button>
      </form>
    </HeaderFrame>
  );
}
