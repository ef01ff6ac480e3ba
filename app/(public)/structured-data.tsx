import type { JsonLd } from './build-structured-data';

/** Says what a page is about in schema.org's words. A data block is never run, so no policy has to allow it. */
export function StructuredData({ value }: { value: JsonLd }) {
  return <script type="application/ld+json">{JSON.stringify(value).replace(/</g, '\\u003c')}</script>;
}
