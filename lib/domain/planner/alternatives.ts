import type { Career } from '../catalogue';
import type { PlanDocument } from './document';
import { listFitting, listReplacements } from './explanation';
import { buildModel } from './model';
import type { Profile } from './profile';

/**
 * Ids of the steps of which each alone could take the place of one in a plan within the budget, and within the
 * deadline as far as a first schedule tells. Empty where the rest does without it.
 */
export function listAlternatives({
  career,
  profile,
  plan,
  step,
}: {
  career: Career;
  profile: Profile;
  plan: PlanDocument;
  step: string;
}): string[] {
  const preferences = { ...profile.preferences, pinned: [] };
  const model = buildModel(career, { ...profile, preferences });
  const index = model.indexById.get(step);
  if (index === undefined) return [];
  const set = new Uint8Array(model.steps.length);
  for (const { id } of plan.steps) {
    const member = model.indexById.get(id);
    if (member !== undefined) set[member] = 1;
  }
  const found = listReplacements(model, set, index);
  if (found === 'needless') return [];
  return listFitting(model, set, index, found).flatMap((other) => model.steps[other]?.id ?? []);
}
