import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { getOrigin } from '@/lib/origin';

/** What is a person's own needs a sign-in anyway; a search engine need not try. */
const OWN = ['/home', '/rate', '/gap', '/progress', '/plan', '/settings', '/try', '/feed/', '/unsubscribe/'];

export default async function robots(): Promise<MetadataRoute.Robots> {
  await connection();
  return {
    rules: { userAgent: '*', allow: '/', disallow: [...OWN, '/steps/find', '/api/'] },
    sitemap: `${getOrigin()}/sitemap.xml`,
  };
}
