import type { Career } from '../../career/career';
import type { PlanDocument } from '../document';
import { listTeaching } from '../model/climber';
import { countWeeksIn, listHeldPosts } from '../model/held';
import { listTrue } from '../standing';

/** What brings a can-do to a person in a plan, and the week from which it is true; a step or post of null: it is so already. */
export type Bringing = { week: number; step: string | null; post: string | null };

/** Everything that brings each can-do in a plan of stages, the earliest first. */
export function listBringings(
  career: Career,
  { profile, stages, steps }: PlanDocument,
): ReadonlyMap<string, readonly Bringing[]> {
  const found = new Map<string, Bringing[]>();
  const add = (id: string, bringing: Bringing): void => {
    found.set(id, [...(found.get(id) ?? []), bringing]);
  };
  for (const id of listTrue(career, profile)) add(id, { week: 0, step: null, post: null });
  const held = listHeldPosts(career, profile);
  for (const { post, startWeek, weeks } of stages) {
    const known = post === null ? undefined : career.postById.get(post);
    if (!known) continue;
    for (const { canDo, week } of listTeaching(known, countWeeksIn(held, known.id)))
      if (week <= weeks) add(canDo, { week: startWeek + week, step: null, post: known.id });
  }
  for (const step of steps) {
    const taught = new Set([...step.teaches, ...(career.stepById.get(step.id)?.teaches ?? [])]);
    for (const id of taught) add(id, { week: step.startWeek + step.weeks, step: step.id, post: null });
  }
  for (const list of found.values()) list.sort((one, other) => one.week - other.week);
  return found;
}

/** Can-dos that a plan has from some steps alone. */
export function listOnlyBroughtBy(
  bringings: ReadonlyMap<string, readonly Bringing[]>,
  steps: ReadonlySet<string>,
): Set<string> {
  return new Set(
    [...bringings].flatMap(([id, list]) =>
      list.every(({ step }) => step !== null && steps.has(step)) ? [id] : [],
    ),
  );
}

/** The can-dos that must be true when a step of the catalogue starts. */
export function listBefore(career: Career, step: string): string[] {
  const source = career.stepById.get(step);
  if (!source) return [];
  const taught = new Set(source.teaches);
  const after = source.teaches.flatMap((id) => career.canDoById.get(id)?.after ?? []);
  return [...new Set([...after.filter((id) => !taught.has(id)), ...source.needs.canDo])];
}
