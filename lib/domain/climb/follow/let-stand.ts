import type { Career } from '../../career/career';
import type { Level } from '../../catalogue';
import type { PlanDocument } from '../document';
import { isWorkKnown } from '../model/asked';
import { computeReadiness, computeStanding } from '../standing';
import { listBefore, listBringings, listOnlyBroughtBy } from './brought';

/**
 * What letting a gap stand comes to: the can-dos that stay open when a step is left out and nothing takes its place, those
 * that rest on them included, the skills with the level that they are left at, and the readiness at the end of the plan.
 */
export type LetStand = {
  canDos: readonly string[];
  /** Other steps of the plan that rest on it, and go with it. */
  steps: readonly string[];
  skills: readonly { skill: string; level: Level; target: Level }[];
  readiness: number;
  /** What is asked for beside can-dos and would be missing too: letting can-dos stand is then not enough. */
  asked: readonly ('certificate' | 'shows')[];
};

/** What it means to leave a step out of a plan of stages for good. */
export function computeLetStand(career: Career, plan: PlanDocument, step: string): LetStand | null {
  const role = career.roleById.get(plan.role);
  if (!role || !plan.steps.some(({ id }) => id === step)) return null;
  const gone = listResting(career, plan, step);
  const lost = listOnlyBroughtBy(listBringings(career, plan), gone);
  const asked = career.askedByRole.get(role.id) ?? new Set<string>();
  const posts = plan.stages.map(({ until }) => career.askedByPost.get(until) ?? new Set<string>());
  const open = new Set([...(plan.letStand ?? [])]);
  const canDos = [...lost].filter((id) => asked.has(id) || posts.some((one) => one.has(id)));
  for (const id of canDos) open.add(id);
  const held = [...asked].filter((id) => !open.has(id));
  const ratings = { levels: plan.profile.levels, also: held, except: [...open] };
  const { rows } = computeStanding(career, { role, ratings });
  const touched = new Set(canDos.map((id) => career.canDoById.get(id)?.skill));
  return {
    canDos: canDos.sort(),
    steps: [...gone].filter((id) => id !== step).sort(),
    skills: rows.flatMap(({ skill, target, missing }) =>
      touched.has(skill.id) && missing.length > 0
        ? [
            {
              skill: skill.id,
              level: lastWhole(
                missing.map(({ level }) => level),
                target,
              ),
              target,
            },
          ]
        : [],
    ),
    readiness: computeReadiness(career, { role, ratings }),
    asked: listAskedBeside(career, plan, gone),
  };
}

/** The highest level below every one of which something is missing. */
function lastWhole(missing: readonly Level[], target: Level): Level {
  return Math.max(0, Math.min(target, ...missing.map((level) => level - 1))) as Level;
}

/** A step with those of the plan that can no longer start without what it brings. */
function listResting(career: Career, plan: PlanDocument, step: string): Set<string> {
  const bringings = listBringings(career, plan);
  const gone = new Set([step]);
  for (let size = 0; size !== gone.size; ) {
    size = gone.size;
    const lost = listOnlyBroughtBy(bringings, gone);
    for (const { id } of plan.steps)
      if (
        listBefore(career, id).some((canDo) => lost.has(canDo)) ||
        (career.stepById.get(id)?.needs.steps ?? []).some((needed) =>
          isNeeded(career, { needed, gone, lost }),
        )
      )
        gone.add(id);
  }
  return gone;
}

function isNeeded(
  career: Career,
  { needed, gone, lost }: { needed: string; gone: ReadonlySet<string>; lost: ReadonlySet<string> },
): boolean {
  if (!gone.has(needed)) return false;
  const source = career.stepById.get(needed);
  const canStandIn = source && ['course', 'project', 'practice'].includes(source.kind);
  return !canStandIn || source.teaches.some((id) => lost.has(id));
}

function listAskedBeside(career: Career, plan: PlanDocument, gone: ReadonlySet<string>): LetStand['asked'] {
  const asked: LetStand['asked'][number][] = [];
  const { askedBy, heldBy, anyOfByRole } = career.certification;
  const left = new Set([
    ...plan.profile.done,
    ...plan.steps.map(({ id }) => id).filter((id) => !gone.has(id)),
  ]);
  const groups = askedBy.includes(plan.role) ? (anyOfByRole[plan.role] ?? []) : [];
  const isCertified =
    groups.length === 0 ||
    heldBy.some((id) => plan.profile.holdings.includes(id)) ||
    groups.some((group) => group.every((id) => left.has(id)));
  if (!isCertified) asked.push('certificate');
  const held = plan.profile.posts.map(({ post }) => post);
  const isShown = plan.stages.every(({ until, post }) => {
    if (post !== null) held.push(post);
    const next = career.postById.get(until);
    const shows = next?.asksToSee;
    if (!next || !shows?.of.some((id) => gone.has(id)) || isWorkKnown(career, held, next)) return true;
    return shows.of.filter((id) => left.has(id)).length >= shows.count;
  });
  if (!isShown) asked.push('shows');
  return asked;
}
