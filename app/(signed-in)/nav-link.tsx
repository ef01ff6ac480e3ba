'use client';

import { usePathname } from 'next/navigation';

/** A link that says when it leads to the page one is on. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <a href={href} aria-current={isHere ? 'page' : undefined} className="header-place">
      {label}
    </a>
  );
}
