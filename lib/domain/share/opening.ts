/** Names of headers in which browsers and mail programs say that they only fetch ahead of somebody. */
export const AHEAD_HEADERS = [
  'sec-purpose',
  'purpose',
  'x-purpose',
  'x-moz',
  'next-router-prefetch',
] as const;

/**
 * Whether a request opens a page for somebody to read: not one that only asks what the answer would be, nor one that says
 * that it fetches ahead. Programs that say neither cannot be told from people.
 */
export function isOpening({
  isHead,
  ahead,
}: {
  isHead: boolean;
  ahead: readonly (string | null)[];
}): boolean {
  return !isHead && ahead.every((value) => value === null || value === '');
}
