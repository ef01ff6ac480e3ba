/** The way from a page back to the list that it stands in. */
export function Breadcrumb({ href, label, here }: { href: string; label: string; here: string }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-5">
      <ol className="hint flex flex-wrap items-center gap-x-2">
        <li>
          <a href={href} className="inline-flex min-h-8 items-center">
            {label}
          </a>
        </li>
        <li aria-current="page" className="flex items-center gap-2">
          <span aria-hidden="true">/</span>
          {here}
        </li>
      </ol>
    </nav>
  );
}
