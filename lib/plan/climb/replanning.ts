import 'server-only';
import { createHash } from 'node:crypto';
import { listBasisChanges } from '@/lib/domain/climb/follow/basis';
import { listKeptProblems, type Replanning, type ShownReplanning } from '@/lib/domain/climb/follow/replan';
import { buildProfileNow, type KeptState, toFollowing } from '@/lib/plan/climb/follow-now';
import { computeClimbReplanning } from '@/lib/planner/climb';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';

const PAGE_MS = 600;

/** What replanning offers a person now. A plan of the first edition is followed as it is: nothing is offered for it. */
export async function loadReplanning(state: KeptState): Promise<Replanning> {
  const following = toFollowing(state);
  // Asked here too, so that a page whose plan rests on the same as before waits for no worker.
  if (listBasisChanges(state.standing.career, following).length === 0) return { kind: 'none' };
  const { profile, ...followed } = following;
  return computeClimbReplanning(state.standing.career, profile, followed);
}

/** Whether anything that a kept plan rests on is another than when it was made. */
export function hasBasisChanged(state: KeptState): boolean {
  return listBasisChanges(state.standing.career, toFollowing(state)).length > 0;
}

/** Stands for all that an offer rests on but the day: while it is the same, so is what is offered. */
export function computeOfferBasis(state: KeptState): string {
  const { standing, kept, progress } = state;
  const { posts, ...profile } = buildProfileNow(state);
  // The weeks of a post pass by themselves.
  const held = posts.map(({ post, current }) => `${post} ${current}`).sort();
  const statuses = progress.map(({ step, status }) => `${step} ${status}`).sort();
  return createHash('sha256')
    .update(JSON.stringify([standing.career.version, kept.document, profile, held, statuses]))
    .digest('base64url');
}

/**
 * The same within the time of a page; null while it is still being worked out, which goes on meanwhile, and where the
 * planner had no place or time for it, so that the plan itself is shown. Where the person has kept their plan before all
 * that it rests on now, nothing is offered, and only said what it lacks.
 */
export async function loadReplanningSoon(state: KeptState): Promise<ShownReplanning | null> {
  const { keptMineFor } = state.standing.account.settings;
  if (keptMineFor !== null && keptMineFor === computeOfferBasis(state)) {
    const problems = listKeptProblems(state.standing.career, toFollowing(state));
    return problems.length > 0 ? { kind: 'kept', problems } : { kind: 'none' };
  }
  const soon = await waitAsLongAsAPage(orRefusal(loadReplanning(state)));
  return soon instanceof PlannerRefusal ? null : soon;
}

/** An answer within the time of a page; null while it is still being worked out, which goes on meanwhile. */
export async function waitAsLongAsAPage<T>(answer: Promise<T>, milliseconds = PAGE_MS): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
}
