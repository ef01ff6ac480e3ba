import type { Career } from './career';
import type { Step } from './schema';
import type { Evidence } from './step-schema';

/** The facts of a step that carry how they are known. */
export const FACTS = ['price', 'length', 'validity'] as const;
type FactName = (typeof FACTS)[number];

/** How old a fact is: current up to 18 months; undated where no source bears a date; ours where it is an estimate. */
export type FactAge = 'current' | 'older' | 'undated' | 'estimate';

export type Fact = { step: Step; name: FactName; evidence: Evidence; age: FactAge };

const MONTHS_CURRENT = 18;

/** The age of a fact in a month (`2026-11`). A date of a year alone counts as its January, so as old as it can be. */
export function findFactAge({ known, seen }: Evidence, month: string): FactAge {
  if (known === 'estimate') return 'estimate';
  if (seen === null) return 'undated';
  return countMonths(month) - countMonths(seen) <= MONTHS_CURRENT ? 'current' : 'older';
}

function countMonths(date: string): number {
  const [year = '0', month = '1'] = date.split('-');
  return Number(year) * 12 + Number(month);
}

/** Whether a fact is known by its provider or a public body, or by two who do not depend on each other. */
export function isWellKnown(evidence: Evidence | null): boolean {
  return (
    evidence !== null &&
    (evidence.known === 'official' || (evidence.known === 'independent' && evidence.sources.length >= 2))
  );
}

/** Every fact of the active steps, in the order of the steps. */
export function listFacts(career: Career, month: string): Fact[] {
  return career.steps
    .filter(({ status }) => status === 'active')
    .flatMap((step) =>
      FACTS.flatMap((name) => {
        const evidence = step.evidence[name];
        return evidence ? [{ step, name, evidence, age: findFactAge(evidence, month) }] : [];
      }),
    );
}
