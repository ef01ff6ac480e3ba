import { FIND_MY_RUNG, GUIDE, HeaderFrame } from './header-frame';

/** The header of the pages that are the same for everybody. */
export function PublicHeader() {
  return (
    <HeaderFrame
      home="/"
      label="Guide"
      places={GUIDE.map(({ href, label }) => (
        <li key={href}>
          <a href={href} className="header-place">
            {label}
          </a>
        </li>
      ))}
    >
      {/* Whoever is not signed in is asked to on the way, so that these pages are the same for everybody. */}
      <a href="/home" className="header-place">
        My Rung
      </a>
      <a href={FIND_MY_RUNG} className="button ml-2 px-4 group-has-[[data-own-start]]:hidden">
        Find my rung
      </a>
    </HeaderFrame>
  );
}
