import type { Career } from '@/lib/domain/career/career';
import type { Followed, FollowedStage } from '@/lib/domain/climb/follow/followed';
import { addDays, type Day } from '@/lib/domain/day';
import { isOver, type PlanRow } from './row';

const DAYS_PER_WEEK = 7;

/** The search for a post at the end of a stage, in days; null where the next stage begins without one. */
export type Search = { post: string; start: Day; finish: Day };

/** A stage of a plan with its days and how far it has come. `finish` is the last day, inclusive. */
export type ShownStage = {
  stage: FollowedStage;
  start: Day;
  finish: Day;
  when: 'past' | 'now' | 'ahead';
  rows: PlanRow[];
  done: number;
  search: Search | null;
};

/**
 * The stages of a plan in order. The present one is the last whose post the person holds, else the first: time alone
 * brings nobody into a post.
 */
export function listStages(
  career: Career,
  { plan, rows, held }: { plan: Followed; rows: readonly PlanRow[]; held: string | null },
): ShownStage[] {
  const byId = new Map(rows.map((row) => [row.step.id, row]));
  const present = Math.max(
    0,
    plan.stages.findLastIndex(({ post }) => post !== null && post === held),
  );
  return plan.stages.map((stage, index) => {
    const own = stage.steps.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.order - b.order);
    const isLast = index === plan.stages.length - 1;
    const { start } = stage;
    const finish = stage.finish ?? start;
    return {
      stage,
      start,
      finish,
      when: index < present ? 'past' : index === present ? 'now' : 'ahead',
      rows: own,
      done: own.filter(({ status }) => status === 'done').length,
      search: isLast ? null : findSearch(career, { stage, start, finish }),
    };
  });
}

/** The search for the post that a stage leads to, at its end; null where it leads to none. */
export function findSearch(
  career: Career,
  { stage, start, finish }: { stage: Pick<FollowedStage, 'until' | 'weeks'>; start: Day; finish: Day },
): Search | null {
  const post = career.postById.get(stage.until);
  if (!post) return null;
  const weeks = Math.min(post.searchWeeks, stage.weeks);
  const from = addDays(finish, 1 - DAYS_PER_WEEK * weeks);
  return { post: post.id, start: from < start ? start : from, finish };
}

/** The first step that is left of a plan and not yet begun; null where none is. */
export function findNextRow(rows: readonly PlanRow[]): PlanRow | null {
  return rows.find((row) => !isOver(row) && row.status === 'todo') ?? null;
}
