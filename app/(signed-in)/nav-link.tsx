'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';

/** A link that says when it leads to the page one is on, or to one that is on its way. */
export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={isHere ? 'page' : undefined}
      className="flex min-h-11 items-center border-b-4 border-transparent px-2 font-semibold sm:px-3 text-ink no-underline hover:border-line aria-[current=page]:border-target has-[[data-waiting]]:border-line-strong"
    >
      {label}
      <Waiting />
    </Link>
  );
}

/** There while the page is awaited: the link above takes its look from it. */
function Waiting() {
  const { pending } = useLinkStatus();
  return pending ? <span data-waiting hidden /> : null;
}
