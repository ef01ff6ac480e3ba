import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Role } from '@/lib/domain/career/schema';
import { buildDefaultPreferences, readPreferences } from '@/lib/domain/climb/profile';
import { countProof } from '@/lib/domain/proof/counts';
import { getLocale } from '@/lib/http/request-context';
import { computeSureness } from '@/lib/plan/freshness';
import type { Standing } from '@/lib/plan/standing';
import type { Proof } from '@/lib/queries/proof';
import { buildGapView, type GapView } from './build-gap-view';

/** All that the page is made from, as it was read. */
export type GapFacts = Pick<Standing, 'career' | 'ratings' | 'rated' | 'today' | 'region'> & {
  account: Pick<Standing['account'], 'timeZone'>;
  goal: { id: string | null; role: Role; preferences: unknown };
  isInWork: boolean;
  proof: Proof;
  /** The steps that are finished. */
  done: readonly string[];
  /** The role that is looked at. */
  role: Role;
  /** Null without a plan for this role. */
  hoursLeft: number | null;
};

/** What the page shows, and the same as the text that its component is given. */
export type DrawnGap = { shown: GapView; text: string };

/** About 15 kB each, for each spelling of the catalogue. */
const MOST_KEPT = 200;
const kept = new WeakMap<GapFacts['career'], LRUCache<string, DrawnGap>>();

/**
 * The gap as buildGapView() has it, kept by all that it is made from: a page is looked at again far more often than a
 * level changes, and what is worked out from these facts costs more than to compare them. A career with a person's own
 * steps is made for each request, and so is its gap.
 */
export function drawGap(facts: GapFacts): DrawnGap {
  const { career } = facts;
  if (career.ownSteps.length > 0) return draw(facts);
  const drawn = kept.get(career) ?? new LRUCache<string, DrawnGap>({ max: MOST_KEPT });
  kept.set(career, drawn);
  const key = toKey(facts);
  const known = drawn.get(key);
  if (known) return known;
  const made = draw(facts);
  drawn.set(key, made);
  return made;
}

function draw(facts: GapFacts): DrawnGap {
  const { career, rated, goal, isInWork, proof, done, role, hoursLeft, today, region } = facts;
  const shown = buildGapView({
    career,
    person: {
      ratings: rated,
      sureness: computeSureness(facts, proof),
      proof: countProof(career, { ratings: rated, ...proof }),
      goal,
      isInWork,
      done: new Set(done),
      preferences: readPreferences(goal.preferences) ?? buildDefaultPreferences({ today, region }),
    },
    role,
    hoursLeft,
  });
  return { shown, text: JSON.stringify(shown) };
}

/** All of it but the career, so that nothing which is added to the facts is forgotten here; a role by its id. */
function toKey({ career: _, ...facts }: GapFacts): string {
  return JSON.stringify([getLocale(), facts], (name, value: unknown) =>
    name === 'role' ? (value as Role).id : value,
  );
}
