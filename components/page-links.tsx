type PageLinksProps = {
  /** What the navigation is called. */
  label: string;
  page: number;
  /** Pages in all, and what they hold together, in words. */
  last: number;
  total: string;
  hrefOf: (page: number) => string;
};

/** Leads to the pages beside this one of a long list, the newest first; nothing where there is one page alone. */
export function PageLinks({ label, page, last, total, hrefOf }: PageLinksProps) {
  if (last <= 1) return null;
  const link = (to: number, text: string) =>
    to >= 1 && to <= last ? (
      <a href={hrefOf(to)} className="button" data-look="quiet">
        {text}
      </a>
    ) : null;
  return (
    <nav aria-label={label} className="mt-4 flex flex-wrap items-center gap-3">
      <span>{link(page - 1, 'Newer')}</span>
      <span>{link(page + 1, 'Older')}</span>
      <span className="hint">{`Page ${page} of ${last}, ${total}`}</span>
    </nav>
  );
}

/** The page that an address asks for, within those that there are. */
export function readPage(
  asked: string | string[] | undefined,
  { count, perPage }: { count: number; perPage: number },
): { page: number; last: number } {
  const last = Math.max(1, Math.ceil(count / perPage));
  const page = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 1;
  return { page: Math.min(Math.max(1, page), last), last };
}
