import type { ActName } from '@/lib/wording/plan-act';

/** What the address asks a page to show in one row: the outcome of an act, or more of a step. */
export type Look = { what: LookName; id: string };

const LOOKS = [
  'did',
  'saved',
  'undone',
  'moved',
  'pinned',
  'log',
  'edit',
  'why',
  'without',
  'swap',
  'move',
  'dropped',
] as const;
type LookName = (typeof LOOKS)[number];

/** Which press an answer is of. */
export const readActName = ({ what }: Look): ActName =>
  what === 'saved' || what === 'undone' ? what : 'did';

/** Reads the one thing that an address asks for; null where it asks for none. */
export function readLook(search: Readonly<Record<string, string | string[] | undefined>>): Look | null {
  for (const what of LOOKS) {
    const id = search[what];
    if (typeof id === 'string' && id !== '') return { what, id };
  }
  return null;
}
