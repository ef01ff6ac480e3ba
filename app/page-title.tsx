/**
 * The title of a page that is reached by script after an act. It is drawn with the page: what `generateMetadata` gives comes
 * after it, and until then the announcer of page changes finds no title and says the heading instead. The page's own
 * metadata leaves the title empty.
 */
export function PageTitle({ children }: { children: string }) {
  return <title>{`${children} · Rung`}</title>;
}

/** Of a page that draws its title itself. Absolute, so that nothing is put behind it. */
export const TITLE_OF_ITS_OWN = { title: { absolute: '' } } as const;
