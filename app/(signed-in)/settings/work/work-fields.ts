import type { HeldPostEntry } from '@/lib/queries/held-posts';

/** A post as its form holds it. */
export type PostFields = { post: string; since: string; until: string };

export const NO_POST: PostFields = { post: '', since: '', until: '' };

export function toPostFields({ post, since, until }: HeldPostEntry): PostFields {
  return { post, since, until: until ?? '' };
}

export function toPostEntries(held: HeldPostEntry): Record<string, string> {
  return toPostFields(held);
}

/** A post that was taken out, in the address of the page that offers to put it back. */
export function toRemovedSearch(removed: HeldPostEntry): string {
  const { post, since, until } = toPostFields(removed);
  return new URLSearchParams({ removed: [post, since, until].join('.') }).toString();
}

/** Null for what no page of ours wrote. */
export function readRemovedSearch(text: string | string[] | undefined): PostFields | null {
  const [, post, since, until] =
    /^([a-z0-9-]{1,200})\.(\d{4}-\d{2})\.(\d{4}-\d{2})?$/.exec(typeof text === 'string' ? text : '') ?? [];
  return post && since ? { post, since, until: until ?? '' } : null;
}
