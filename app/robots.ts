import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { getOrigin } from '@/lib/http/origin';

/**
 * A person's own pages need a sign-in anyway; a search engine need not try. What is to stay out of an index says so in its
 * headers: forbidden here it could not be fetched, by a calendar for example, nor be read not to be indexed.
 */
const OWN = ['/home', '/rate', '/gap', '/progress', '/plan', '/settings', '/evidence', '/week'];

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: { userAgent: '*', allow: '/', disallow: OWN },
    sitemap: `${getOrigin()}/sitemap.xml`,
  };
}
