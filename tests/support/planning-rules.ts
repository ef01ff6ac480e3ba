import type { Career, Currency, Price, Requirement, Step } from '@/lib/domain/catalogue';
import type { Objective, Profile } from '@/lib/domain/planner/profile';

/**
 * The rules of planning read straight from a career and a profile, for the checker and the oracles.
 * Written apart from the planner and never imported by it, so that a misreading on one side shows.
 */
type Fraction = { top: bigint; bottom: bigint };

function toFraction(value: number): Fraction {
  const [digits = '0', exponent = '0'] = value.toString().toLowerCase().split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const shift = decimals.length - Number(exponent);
  const top = BigInt(whole + decimals);
  return shift >= 0
    ? { top, bottom: 10n ** BigInt(shift) }
    : { top: top * 10n ** BigInt(-shift), bottom: 1n };
}

function multiply(left: Fraction, right: Fraction): Fraction {
  return { top: left.top * right.top, bottom: left.bottom * right.bottom };
}

function toPenceHalfUp({ top, bottom }: Fraction): number {
  return Number((200n * top + bottom) / (2n * bottom));
}

/** Whether whole pence stay within an amount of money, which may have more than two decimals. */
export function isWithin(pence: number, amount: number): boolean {
  const { top, bottom } = toFraction(amount);
  return BigInt(pence) * bottom <= 100n * top;
}

/** What money needs of a profile, a step and a career, of either edition. */
type Payer = { preferences: { budget: { currency: Currency } | null; region: string } };
type Priced = { cost: Price | null; planning: { weeks: number | null; cost: Price | null } };

export function planCurrency({ preferences: { budget, region } }: Payer): Currency {
  return budget?.currency ?? (region === 'US' ? 'USD' : 'GBP');
}

/** The confirmed price of a step, else its estimate, else null: nobody charges. */
export function priceOf(step: Priced): { price: Price; isEstimate: boolean } | null {
  if (step.cost) return { price: step.cost, isEstimate: false };
  if (step.planning.cost) return { price: step.planning.cost, isEstimate: true };
  return null;
}

/** What a step costs in pence of `currency`, or of its own currency when that is left out; half pence go up. */
export function pricePence(career: Pick<Career, 'rates'>, step: Priced, currency?: Currency): number {
  const priced = priceOf(step);
  if (!priced) return 0;
  const { amount, per, currency: own } = priced.price;
  const weeks = leastWeeks(step);
  let cost = toFraction(amount);
  if (per === 'year') cost = multiply(cost, { top: BigInt(weeks), bottom: 52n });
  if (per === 'month') cost = multiply(cost, { top: BigInt(Math.ceil((weeks * 12) / 52)), bottom: 1n });
  if (currency && currency !== own) {
    const from = toFraction(career.rates.perUnit[own] ?? Number.NaN);
    const to = toFraction(career.rates.perUnit[currency] ?? Number.NaN);
    cost = multiply(multiply(cost, from), { top: to.bottom, bottom: to.top });
  }
  return toPenceHalfUp(cost);
}

export function leastWeeks(step: Pick<Priced, 'planning'>): number {
  return Math.max(1, step.planning.weeks ?? 1);
}

export function isOccupation(career: Career, step: Step): boolean {
  return career.traits.occupation.includes(step.id);
}

export function studyHours(career: Career, step: Step): number {
  return isOccupation(career, step) ? 0 : (step.planning.hours ?? 0);
}

export function weeklyLimit(career: Career, step: Step): number {
  return Math.ceil(studyHours(career, step) / leastWeeks(step));
}

export function ratedLevel(profile: Profile, skill: string): number {
  return profile.levels[skill] ?? 0;
}

/** Why a step may not be planned for this person at all; null when it is in play. */
export function whyOutOfPlay(career: Career, profile: Profile, step: Step): string | null {
  const { region, excluded, excludedKinds } = profile.preferences;
  const needed = career.traits.needsHolding[step.id];
  if (step.status !== 'active') return 'is not active';
  if (step.region !== 'any' && step.region !== region) return `is only for region ${step.region}`;
  if (excluded.includes(step.id)) return 'is excluded';
  if (excludedKinds.includes(step.kind)) return `is of the excluded kind ${step.kind}`;
  if (needed && !needed.some((holding) => profile.holdings.includes(holding)))
    return `needs one of ${needed.join(', ')}`;
  if (step.kind === 'degree' && profile.holdings.includes('bachelors-related'))
    return 'is a degree for someone who holds a related one';
  if (
    profile.done.includes(step.id) &&
    step.raises.every((raise) => raise.to <= ratedLevel(profile, raise.skill))
  )
    return 'is done and raises no level that is still to be reached';
  return null;
}

export function listStepsInPlay(career: Career, profile: Profile): Step[] {
  return career.steps.filter((step) => whyOutOfPlay(career, profile, step) === null);
}

export function listRequirements(career: Career, profile: Profile): Requirement[] {
  const asked = career.requirementsOf[profile.role] ?? [];
  return career.requirements.filter((requirement) => asked.includes(requirement.id));
}

/** The groups of steps of which one, done or planned whole, meets a requirement for this role. */
export function listGroups(requirement: Requirement, role: string): readonly (readonly string[])[] {
  return requirement.anyOf ?? requirement.anyOfByRole?.[role] ?? [];
}

export function holdingThatMeets(requirement: Requirement, profile: Profile): string | null {
  return requirement.heldBy.find((holding) => profile.holdings.includes(holding)) ?? null;
}

/** Pairs of occupations of which the first starts before the second, where both are planned. */
export function listOccupationOrder(career: Career, profile: Profile): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const requirement of listRequirements(career, profile))
    for (const group of listGroups(requirement, profile.role)) {
      const occupations = group.filter((id) => career.traits.occupation.includes(id));
      occupations.forEach((first, index) => {
        for (const second of occupations.slice(index + 1)) pairs.set(`${first} ${second}`, [first, second]);
      });
    }
  return [...pairs.values()];
}

/** Whether levels can stand in for having finished this step, where another one names it as a prerequisite. */
export function canBeReplacedByLevels(step: Step): boolean {
  return step.kind === 'course' || step.kind === 'project' || step.kind === 'practice';
}

export function hasPost(career: Career, profile: Profile): boolean {
  const { postHeldBy, postFrom } = career.traits;
  return (
    postHeldBy.some((holding) => profile.holdings.includes(holding)) ||
    postFrom.some((id) => profile.done.includes(id))
  );
}

/** The longest plan that an objective looks at, from the least weeks W; null for the fastest, which has no limit. */
export function longestWeeks(objective: Objective, bestWeeks: number): number | null {
  if (objective === 'fastest') return null;
  return Math.floor((bestWeeks * (objective === 'balanced' ? 11 : 15)) / 10);
}

/** A plan's vector in the order in which the objective compares, cost in whole pence. */
export function orderVector(
  objective: Objective,
  { weeks, pence, steps }: { weeks: number; pence: number; steps: number },
): [number, number, number] {
  if (objective === 'fastest') return [weeks, pence, steps];
  if (objective === 'fewest') return [steps, weeks, pence];
  return [pence, weeks, steps];
}

/** Negative, zero or positive as `left` comes before, equals or comes after `right`, compared from the left. */
export function compareVectors(left: readonly number[], right: readonly number[]): number {
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? Number.NEGATIVE_INFINITY;
    if (value !== other) return value - other;
  }
  return left.length - right.length;
}
