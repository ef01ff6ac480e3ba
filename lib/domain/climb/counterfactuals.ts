import type { Career } from '../career/career';
import type { PlanDocument } from './document';
import { makePerson } from './model/climber';
import type { Preferences, Profile } from './profile';
import type { Effort } from './search/effort';
import { type Solution, solve } from './solve';
import { isWaySolved, solveWay } from './solve-way';
import { listWays, type WayPlan } from './ways/list-ways';

/** A profile's choices, some of them others. */
export type Overrides = Partial<Omit<Profile, 'preferences'>> & { preferences?: Partial<Preferences> };

function override(profile: Profile, { preferences, ...rest }: Overrides): Profile {
  return { ...profile, ...rest, preferences: { ...profile.preferences, ...preferences } };
}

/** Solves a profile with some of its choices changed, at a glance unless told otherwise. */
export function solveWith(
  career: Career,
  profile: Profile,
  { overrides, effort = 'glance' }: { overrides: Overrides; effort?: Effort },
): Solution {
  return solve(career, override(profile, overrides), { effort });
}

/** What leaving out one step comes to on the same way: how the plan without it differs; positive is more. */
export type Counterfactual = {
  step: string;
  difference: { weeks: number; cost: number; hours: number; steps: number } | null;
  /** False when the plan without it is not proved best, so that the difference may be off. */
  isProved: boolean;
};

/** Nodes of each stage of a plan without one step. */
const NODES = 40;

/** What leaving out each step of a plan would cost, each solved again without it on the way that was chosen. */
export function computeCounterfactuals(
  career: Career,
  profile: Profile,
  document: PlanDocument,
): Counterfactual[] {
  const way = findChosen(career, profile, document);
  if (!way) return [];
  return document.steps.map(({ id }) => {
    const { pinned, excluded, optimiseFor } = profile.preferences;
    const preferences = { pinned: pinned.filter((other) => other !== id), excluded: [...excluded, id] };
    if (id === way.study) return { step: id, difference: null, isProved: true };
    const person = makePerson(career, override(profile, { preferences }));
    const found = solveWay(person, way, { objective: optimiseFor, nodes: NODES });
    if (!isWaySolved(found)) return { step: id, difference: null, isProved: found.failed.isProved };
    const { totals } = document;
    const difference = {
      weeks: found.weeks - totals.weeks,
      cost: Math.round(found.pence - totals.cost.amount * 100) / 100,
      hours: found.hours - totals.hours,
      steps: found.steps - totals.steps,
    };
    return { step: id, difference, isProved: found.isProved };
  });
}

/** The way that a document follows; null where the career no longer has it. */
function findChosen(career: Career, profile: Profile, document: PlanDocument): WayPlan | null {
  const chosen = document.ways.find((way) => way.chosen)?.posts.join();
  const ways = listWays(career, profile);
  return (
    ways.find(({ study, posts }) => [...(study === null ? [] : [study]), ...posts].join() === chosen) ?? null
  );
}
