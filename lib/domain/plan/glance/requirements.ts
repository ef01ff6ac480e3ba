import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import { meet } from '@/lib/domain/climb/model/experience';
import type { HeldPost } from '@/lib/domain/climb/profile';
import type { PlanRow } from './row';

/** Something that the goal asks beside can-dos, and what meets it: steps of the plan by their order, or what is held. */
export type ShownRequirement = {
  label: string;
  by: { id: string; order: number | null }[];
  /** Whether it is met already, and not only at the plan's end. */
  isMet: boolean;
};

/** The requirements of a plan with their labels, `held` being what a person has by now, finished steps among it: a certificate first, then experience as the role names it. */
export function listRequirements(
  career: Career,
  {
    plan,
    rows,
    held,
    posts = [],
  }: { plan: Followed; rows: readonly PlanRow[]; held: ReadonlySet<string>; posts?: readonly HeldPost[] },
): ShownRequirement[] {
  const asked = career.experienceOfRole[plan.role] ?? [];
  const met = new Set([
    ...held,
    ...rows.filter(({ status }) => status === 'done').map(({ step }) => step.id),
  ]);
  const orders = new Map(rows.map(({ step, order }) => [step.id, order]));
  const toShown = (ids: readonly string[]) => ids.map((id) => ({ id, order: orders.get(id) ?? null }));
  const background = { holdings: held, held: posts, finished: met, isOpen: () => false };
  let place = 0;
  return plan.requirements.map(({ id, by }): ShownRequirement => {
    const need = id === 'experience' ? asked[place++] : undefined;
    const meeting = need ? meet(career, need, background) : null;
    // Posts to come count for it too, though what was held before is enough.
    const isHeld = meeting !== null && 'weeks' in meeting && meeting.weeks === 0;
    return {
      label: id === 'experience' ? (need?.label ?? 'Experience') : 'Certification',
      by: toShown(isHeld ? by.filter((each) => met.has(each)) : by),
      isMet: isHeld || (by.length > 0 && by.every((each) => met.has(each))),
    };
  });
}
