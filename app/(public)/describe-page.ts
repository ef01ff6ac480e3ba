import type { Metadata } from 'next';

/** Title and description of a page, for its tab, a search result and a shared link. */
export function describePage({ title, description }: { title: string; description: string }): Metadata {
  return {
    title,
    description,
    openGraph: { title, description, type: 'website', siteName: 'Rung', locale: 'en_GB' },
  };
}
