import type { Career } from '../catalogue';
import { isProved, type PlanDocument } from './document';
import type { Effort } from './effort';
import { joinWords } from './explanation';
import type { Objective, Preferences, Profile } from './profile';
import { solvePlan } from './solve';

/** How one plan differs from another: positive is more. Null when there is no plan to compare with. */
export type Difference = { weeks: number; cost: number; steps: number };

/** What was changed, what that comes to, and the plan's own figures. */
export type Comparison = {
  status: PlanDocument['status'];
  totals: PlanDocument['totals'] | null;
  difference: Difference | null;
  /** False when either plan is not proved best, so that the difference may be off. */
  isProved: boolean;
  sentence: string;
};

export type Counterfactual = Comparison & { step: string };
export type Alternative = Comparison & { objective: Objective };
export type PreferencePrice = Comparison & {
  label: string;
  /** What to merge into the preferences, or which holdings to have, to get this plan. */
  change: { preferences?: Partial<Preferences>; holdings?: string[] };
};

type Options = { effort?: Effort };

/**
 * What leaving out each step of a plan would cost: solved again without it, one at a time. A step that is
 * pinned is no longer asked for.
 */
export function computeCounterfactuals(
  career: Career,
  profile: Profile,
  document: PlanDocument,
  { effort = 'glance' }: Options = {},
): Counterfactual[] {
  const { preferences } = profile;
  return document.steps.map(({ id }) => {
    const without = withPreferences(profile, {
      pinned: preferences.pinned.filter((other) => other !== id),
      excluded: [...preferences.excluded, id],
    });
    const seeds = [document.steps.flatMap((step) => (step.id === id ? [] : [step.id]))];
    const other = solvePlan(career, without, { effort, seeds, isPlain: true });
    return { step: id, ...compare(document, other, 'Without it') };
  });
}

/** The plan as each objective would have it, in the order fastest, balanced, cheapest, fewest. */
export function computeAlternatives(
  career: Career,
  profile: Profile,
  document: PlanDocument,
  { effort = 'quick' }: Options = {},
): Alternative[] {
  const order: Objective[] = ['fastest', 'balanced', 'cheapest', 'fewest'];
  return order.map((optimiseFor) => {
    const isOwn = optimiseFor === profile.preferences.optimiseFor;
    const other = isOwn
      ? document
      : solvePlan(career, withPreferences(profile, { optimiseFor }), { effort, isPlain: true });
    return { objective: optimiseFor, ...compare(document, other, isOwn ? 'As it is' : 'Instead') };
  });
}

/** What each preference and each holding is worth: solved again without it, or with a little more of it. */
export function computePreferencePrices(
  career: Career,
  profile: Profile,
  document: PlanDocument,
  { effort = 'glance' }: Options = {},
): PreferencePrice[] {
  return [...listEases(career, profile, document), ...listHoldings(career, profile)].map(
    ({ label, change, isLooser }) => {
      const changed = withPreferences(profile, change.preferences ?? {});
      const other = solvePlan(
        career,
        { ...changed, holdings: change.holdings ?? profile.holdings },
        {
          effort,
          isPlain: true,
          seeds: [document.steps.map(({ id }) => id)],
          known: isLooser ? document : undefined,
        },
      );
      return { label, change, ...compare(document, other, label) };
    },
  );
}

/** A change that only loosens leaves the plan itself valid. */
type Change = { label: string; change: PreferencePrice['change']; isLooser: boolean };

const MORE_HOURS = 5;
const MOST_HOURS = 80;
const MOST_PARALLEL = 10;

function listEases(career: Career, { preferences }: Profile, document: PlanDocument): Change[] {
  const { hoursPerWeek, maxParallel, budget, deadline, pinned, excluded, excludedKinds } = preferences;
  const changes: Change[] = [];
  const add = (label: string, eased: Partial<Preferences>, isLooser = true): void => {
    changes.push({ label, change: { preferences: eased }, isLooser });
  };
  const title = (id: string): string => career.stepById.get(id)?.title ?? id;
  if (hoursPerWeek + MORE_HOURS <= MOST_HOURS)
    add(`With ${MORE_HOURS} hours more a week`, { hoursPerWeek: hoursPerWeek + MORE_HOURS });
  if (hoursPerWeek > MORE_HOURS)
    add(`With ${MORE_HOURS} hours fewer a week`, { hoursPerWeek: hoursPerWeek - MORE_HOURS }, false);
  if (maxParallel < MOST_PARALLEL) add('With one step more at once', { maxParallel: maxParallel + 1 });
  if (budget) add('Without a budget', { budget: null });
  if (deadline) add('Without a deadline', { deadline: null });
  for (const id of pinned)
    add(`Without asking for ${title(id)}`, { pinned: pinned.filter((other) => other !== id) });
  for (const id of excluded)
    add(`With ${title(id)} allowed`, { excluded: excluded.filter((other) => other !== id) });
  for (const kind of excludedKinds)
    add(`With steps of the kind ${kind} allowed`, {
      excludedKinds: excludedKinds.filter((other) => other !== kind),
    });
  if (document.steps.some(({ kind }) => kind === 'degree'))
    add('Without a degree', { excludedKinds: [...excludedKinds, 'degree'] }, false);
  return changes;
}

function listHoldings(career: Career, profile: Profile): Change[] {
  return career.holdings.map(({ id, label }) => {
    const isHeld = profile.holdings.includes(id);
    const holdings = isHeld ? profile.holdings.filter((other) => other !== id) : [...profile.holdings, id];
    return { label: `${isHeld ? 'Without' : 'With'} "${label}"`, change: { holdings }, isLooser: !isHeld };
  });
}

function withPreferences(profile: Profile, changed: Partial<Preferences>): Profile {
  return { ...profile, preferences: { ...profile.preferences, ...changed } };
}

function compare(base: PlanDocument, other: PlanDocument, label: string): Comparison {
  if (other.status === 'infeasible')
    return {
      status: other.status,
      totals: null,
      difference: null,
      isProved: base.status !== 'infeasible' && isProved(other),
      sentence: isProved(other) ? `${label}: no plan.` : `${label}: no plan was found.`,
    };
  if (base.status === 'infeasible')
    return {
      status: other.status,
      totals: other.totals,
      difference: null,
      isProved: isProved(other),
      sentence: `${label}: a plan of ${countOf(other.totals.weeks, 'week')}.`,
    };
  const difference = {
    weeks: other.totals.weeks - base.totals.weeks,
    cost: Math.round((other.totals.cost.amount - base.totals.cost.amount) * 100) / 100,
    steps: other.totals.steps - base.totals.steps,
  };
  const isComparable = other.totals.cost.currency === base.totals.cost.currency;
  const said = describeDifference(difference, isComparable ? base.totals.cost.currency : null);
  const isCertain = isProved(base) && isProved(other);
  return {
    status: other.status,
    totals: other.totals,
    difference,
    isProved: isCertain,
    sentence: `${label}: ${said}${isCertain ? '' : ' as far as was found'}.`,
  };
}

function describeDifference({ weeks, cost, steps }: Difference, currency: string | null): string {
  const parts: string[] = [];
  if (weeks !== 0) parts.push(`${countOf(Math.abs(weeks), 'week')} ${weeks > 0 ? 'more' : 'sooner'}`);
  if (cost !== 0 && currency)
    parts.push(`${currency} ${formatAmount(Math.abs(cost))} ${cost > 0 ? 'more' : 'less'}`);
  if (steps !== 0) parts.push(`${countOf(Math.abs(steps), 'step')} ${steps > 0 ? 'more' : 'fewer'}`);
  return parts.length > 0 ? joinWords(parts) : 'the same weeks, cost and number of steps';
}

function countOf(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function formatAmount(amount: number): string {
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(2);
}
