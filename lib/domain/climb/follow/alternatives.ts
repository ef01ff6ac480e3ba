import type { Career } from '../../career/career';
import type { PlanDocument, PlanStep } from '../document';
import { isPostOf } from '../model/held';
import { listInPlay } from '../model/in-play';
import { listBefore, listBringings, listOnlyBroughtBy } from './brought';

/**
 * Ids of the steps of which each alone could take the place of one in a plan of stages: they teach what the plan has from it
 * alone, count for the same certificate and pieces of work, and rest on nothing that is not true by then. Those that
 * take the fewest hours come first. Empty where the rest does without it.
 */
export function listAlternatives(career: Career, plan: PlanDocument, step: string): string[] {
  const planned = plan.steps.find(({ id }) => id === step);
  if (!planned) return [];
  const bringings = listBringings(career, plan);
  const only = listOnlyBroughtBy(bringings, new Set([step]));
  const wanted = [...only].filter((id) => isWanted(career, plan, id, step));
  const lists = listCountedIn(career, plan, step);
  if (wanted.length === 0 && lists.length === 0) return [];
  const taken = new Set([...plan.steps.map(({ id }) => id), ...plan.profile.preferences.excluded]);
  const isTrueBy = (id: string): boolean =>
    (bringings.get(id) ?? []).some((one) => one.week <= planned.startWeek && one.step !== step);
  return listInPlay(career, plan.profile)
    .filter(
      ({ id, teaches, fullTime, needs, atWork }) =>
        !taken.has(id) &&
        !fullTime &&
        wanted.every((canDo) => teaches.includes(canDo)) &&
        lists.every((list) => list.includes(id)) &&
        listBefore(career, id).every(isTrueBy) &&
        (needs.holding === null || plan.profile.holdings.includes(needs.holding)) &&
        hasPost(career, plan, planned, { atWork, post: needs.post }),
    )
    .sort(
      (one, other) => (one.planning.hours ?? 0) - (other.planning.hours ?? 0) || (one.id < other.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

/** Whether the goal, a post on the way or another step of the plan asks for a can-do. */
function isWanted(career: Career, plan: PlanDocument, canDo: string, step: string): boolean {
  if (plan.letStand?.includes(canDo)) return false;
  return (
    career.askedByRole.get(plan.role)?.has(canDo) === true ||
    plan.stages.some(({ until }) => career.askedByPost.get(until)?.has(canDo) === true) ||
    plan.steps.some(({ id }) => id !== step && listBefore(career, id).includes(canDo))
  );
}

/** The lists of steps in which one counts for something asked beside can-dos. */
function listCountedIn(career: Career, { role, stages }: PlanDocument, step: string): string[][] {
  const { askedBy, anyOfByRole } = career.certification;
  const groups = askedBy.includes(role) ? (anyOfByRole[role] ?? []) : [];
  const certificates = groups.filter((group) => group.length === 1).flat();
  const shown = stages.flatMap(({ until }) => {
    const of = career.postById.get(until)?.asksToSee?.of;
    return of?.includes(step) ? [of] : [];
  });
  return [...(groups.some((group) => group.includes(step)) ? [certificates] : []), ...shown];
}

function hasPost(
  career: Career,
  { stages }: PlanDocument,
  { id }: PlanStep,
  { atWork, post: asked }: { atWork: boolean; post: { families: 'any' | string[]; rank: number } | null },
): boolean {
  if (!atWork && asked === null) return true;
  const stage = stages.find(({ steps }) => steps.includes(id));
  const post = stage?.post ? career.postById.get(stage.post) : undefined;
  return post !== undefined && (asked === null || isPostOf(post, asked));
}
