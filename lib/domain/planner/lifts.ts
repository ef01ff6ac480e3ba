import type { Reason } from './document';
import { type Ease, isReachable, LOOK_SHARE, withPreferences } from './eased';
import type { NodeBudget } from './effort';
import { joinWords } from './explanation';
import { findLeastWeeks, limitsOf } from './fastest';
import { compareText, isExcluded, isOpenTo, isTooLong, type PlanningModel } from './model';
import type { Preferences } from './profile';

/** Every choice of a person's, of steps left out or asked for, that gives a plan when it alone is taken back. */
export function findLifts(model: PlanningModel, budget: NodeBudget): Reason[] {
  return [...findExclusionLifts(model, budget), ...findPinLifts(model, budget)];
}

/** Whether a plan was found with a change and all that it leaves as it is. */
function hasPlanWith(model: PlanningModel, ease: Ease, budget: NodeBudget): boolean {
  const eased = withPreferences(model, ease);
  if (!isReachable(eased)) return false;
  const share = budget.take(LOOK_SHARE);
  const { best } = findLeastWeeks({
    model: eased,
    limits: limitsOf(eased),
    budget: share,
    enough: limitsOf(eased).weeks,
  });
  budget.giveBack(share);
  return best !== null;
}

function omit<Id>(ids: readonly Id[], omitted: Id): Id[] {
  return ids.filter((id) => id !== omitted);
}

/** Each exclusion that, lifted alone, makes a change work; where none does, the fewest that do together. */
export function listExclusionEases(
  { excluded, excludedKinds }: Preferences,
  works: (ease: Ease) => boolean,
): Ease[] {
  const single: Ease[] = [
    ...[...new Set(excluded)].map((id) => ({ excluded: omit(excluded, id) })),
    ...[...new Set(excludedKinds)].map((kind) => ({ excludedKinds: omit(excludedKinds, kind) })),
  ];
  const eases = single.filter(works);
  if (eases.length > 0 || single.length < 2) return eases;
  let whole: Required<Pick<Ease, 'excluded' | 'excludedKinds'>> = { excluded: [], excludedKinds: [] };
  if (!works(whole)) return [];
  for (const id of new Set(excluded)) {
    const smaller = { ...whole, excluded: [...whole.excluded, id] };
    if (works(smaller)) whole = smaller;
  }
  for (const kind of new Set(excludedKinds)) {
    const smaller = { ...whole, excludedKinds: [...whole.excludedKinds, kind] };
    if (works(smaller)) whole = smaller;
  }
  return [whole];
}

function findExclusionLifts(model: PlanningModel, budget: NodeBudget): Reason[] {
  const eases = listExclusionEases(model.profile.preferences, (ease) => hasPlanWith(model, ease, budget));
  return eases.map((nearest) => {
    const { ids, names } = listLifted(model, nearest);
    const sentence = `You left out ${joinWords(names)}; with that back in there is a plan.`;
    return { what: 'excluded', ids, sentence, nearest };
  });
}

/** The exclusions that a change lifts: their ids, and what a person calls them. */
export function listLifted(
  { career, profile }: PlanningModel,
  ease: Ease,
): { ids: string[]; names: string[] } {
  const { excluded, excludedKinds } = profile.preferences;
  const steps = excluded.filter((id) => ease.excluded && !ease.excluded.includes(id));
  const kinds = excludedKinds.filter((kind) => ease.excludedKinds && !ease.excludedKinds.includes(kind));
  const nameKind = (kind: string): string => `every step of the kind ${kind.replace('-', ' ')}`;
  return {
    ids: [...new Set([...steps, ...kinds])],
    names: [...new Set([...steps.map((id) => career.stepById.get(id)?.title ?? id), ...kinds.map(nameKind)])],
  };
}

/** Each step asked for without which there is a plan; where none is enough, those that cannot be kept. */
function findPinLifts(model: PlanningModel, budget: NodeBudget): Reason[] {
  const { pinned } = model.profile.preferences;
  const works = (kept: readonly string[]): boolean => hasPlanWith(model, { pinned: [...kept] }, budget);
  const explain = (kept: readonly string[]): Reason => {
    const ids = [...new Set(pinned)].filter((id) => !kept.includes(id));
    const sentence = `You asked for ${joinWords(ids.map((id) => describePin(model, id)))}; without ${ids.length === 1 ? 'it' : 'them'} there is a plan.`;
    return { what: 'pinned', ids, sentence, nearest: { pinned: [...kept] } };
  };
  const single = [...new Set(pinned)].map((id) => omit(pinned, id)).filter(works);
  if (single.length > 0 || pinned.length < 2 || !works([])) return single.map(explain);
  let kept: string[] = [];
  for (const id of [...new Set(pinned)].sort(compareText)) if (works([...kept, id])) kept = [...kept, id];
  return [explain(kept)];
}

/** A step asked for, and why it alone can never be planned where that is so. */
export function describePin(model: PlanningModel, id: string): string {
  const { career, profile } = model;
  const step = career.stepById.get(id);
  if (!step) return `${id}, which does not exist`;
  if (profile.done.includes(id)) return step.title;
  if (isTooLong(step)) return `${step.title}, which takes longer than Rung plans for`;
  if (!isOpenTo({ career, profile, step })) return `${step.title}, which is not open to you`;
  if (isExcluded(profile, step)) return `${step.title}, which is also left out`;
  const isLost = !isReachable(withPreferences(model, { pinned: [id] }));
  return isLost ? `${step.title}, which cannot be reached from where you stand` : step.title;
}
