import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { PlanRow } from './row';

/** Something that the goal asks beside can-dos, and what meets it: steps of the plan by their order, or what is held. */
export type ShownRequirement = {
  label: string;
  by: { id: string; order: number | null }[];
  /** Whether it is met already, and not only at the plan's end. */
  isMet: boolean;
};

/** The requirements of a plan with their labels, `held` being what a person has by now: a certificate first, then experience as the role names it. */
export function listRequirements(
  career: Career,
  { plan, rows, held }: { plan: Followed; rows: readonly PlanRow[]; held: ReadonlySet<string> },
): ShownRequirement[] {
  const labels = (career.experienceOfRole[plan.role] ?? []).map(({ label }) => label);
  const met = new Set([
    ...held,
    ...rows.filter(({ status }) => status === 'done').map(({ step }) => step.id),
  ]);
  const orders = new Map(rows.map(({ step, order }) => [step.id, order]));
  let place = 0;
  return plan.requirements.map(({ id, by }) => {
    const label = id === 'experience' ? (labels[place++] ?? 'Experience') : 'Certification';
    return {
      label,
      by: by.map((each) => ({ id: each, order: orders.get(each) ?? null })),
      isMet: by.length > 0 && by.every((each) => met.has(each)),
    };
  });
}
