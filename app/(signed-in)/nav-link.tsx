'use client';

import { usePathname } from 'next/navigation';

/** A link that says when it leads to the page one is on. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <a
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="flex min-h-11 items-center border-b-4 border-transparent px-2 font-semibold sm:px-3 text-ink no-underline hover:border-line aria-[current=page]:border-target"
    >
      {label}
    </a>
  );
}
