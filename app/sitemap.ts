import type { MetadataRoute } from 'next';
import { connection } from 'next/server';
import { loadCareer } from '@/lib/catalogue';
import { listPagedPosts } from '@/lib/domain/career/post-links';
import { getOrigin } from '@/lib/http/origin';

/** Every public page. Its origin is a setting of the running server, so it cannot be written at the build. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const career = loadCareer();
  const origin = getOrigin();
  const ofCatalogue = [
    '/roles',
    ...career.roles.map(({ id }) => `/roles/${id}`),
    '/skills',
    ...career.skills.map(({ id }) => `/skills/${id}`),
    '/steps',
    ...[...career.steps, ...listPagedPosts(career)].map(({ id }) => `/steps/${id}`),
  ];
  return [
    ...['/', '/method', '/method/examples', '/privacy'].map((path) => ({ url: `${origin}${path}` })),
    ...ofCatalogue.map((path) => ({ url: `${origin}${path}`, lastModified: career.compiled })),
  ];
}
