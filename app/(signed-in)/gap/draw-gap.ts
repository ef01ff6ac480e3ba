import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Career } from '@/lib/domain/career/career';
import type { Role } from '@/lib/domain/career/schema';
import { getLocale } from '@/lib/http/request-context';
import { buildGapView, type GapView } from './build-gap-view';

type GapInput = Parameters<typeof buildGapView>[0];

/** What the page shows, and the same as the text that its component is given. */
export type DrawnGap = { shown: GapView; text: string };

/** About 15 kB each, for each spelling of the catalogue. */
const MOST_KEPT = 200;
const kept = new WeakMap<Career, LRUCache<string, DrawnGap>>();

/**
 * The gap as buildGapView() has it, kept by all that it is made from: a page is looked at again far more often than a
 * level changes. A career with a person's own steps is made for each request, and so is its gap.
 */
export function drawGap(input: GapInput): DrawnGap {
  const { career } = input;
  if (career.ownSteps.length > 0) return draw(input);
  const drawn = kept.get(career) ?? new LRUCache<string, DrawnGap>({ max: MOST_KEPT });
  kept.set(career, drawn);
  const key = toKey(input);
  const known = drawn.get(key);
  if (known) return known;
  const made = draw(input);
  drawn.set(key, made);
  return made;
}

function draw(input: GapInput): DrawnGap {
  const shown = buildGapView(input);
  return { shown, text: JSON.stringify(shown) };
}

/** All of it, so that nothing which is added to a person is forgotten here; a role by its id. */
function toKey({ person, role, hoursLeft }: GapInput): string {
  const asText = (name: string, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...value];
    return name === 'role' ? (value as Role).id : value;
  };
  return JSON.stringify([getLocale(), role.id, hoursLeft, person], asText);
}
