import type { Career } from '@/lib/domain/career/career';
import type { ApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import type { Followed, FollowedStage } from '@/lib/domain/climb/follow/followed';
import { addDays, type Day } from '@/lib/domain/day';
import { isOver, type PlanRow } from './row';

const DAYS_PER_WEEK = 7;

/**
 * The search for the post that a stage leads to, in days: in its last weeks, or after the last stage, which ends when
 * one is ready for the goal. Until free: the day from which one is free ends it, so that it begins as soon as one may apply.
 */
export type Search = { post: string; start: Day; finish: Day; isAfter: boolean; isUntilFree: boolean };

/** A stage of a plan with its days and how far it has come. `finish` is the last day, inclusive. */
export type ShownStage = {
  stage: FollowedStage;
  start: Day;
  finish: Day;
  when: 'past' | 'now' | 'ahead';
  rows: PlanRow[];
  done: number;
  search: Search | null;
  /** From when one can apply for that post, where it is sooner. */
  applyFrom: ApplyFrom | null;
};

/**
 * The stages of a plan in order. The present one is the last whose post the person holds, else the first: time alone
 * brings nobody into a post.
 */
export function listStages(
  career: Career,
  {
    plan,
    rows,
    held,
    applyFrom,
  }: {
    plan: Followed;
    rows: readonly PlanRow[];
    held: string | null;
    applyFrom: readonly (ApplyFrom | null)[];
  },
): ShownStage[] {
  const byId = new Map(rows.map((row) => [row.step.id, row]));
  const present = Math.max(
    0,
    plan.stages.findLastIndex(({ post }) => post !== null && post === held),
  );
  return plan.stages.map((stage, index) => {
    const own = stage.steps.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.order - b.order);
    const { start } = stage;
    const finish = stage.finish ?? start;
    return {
      stage,
      start,
      finish,
      when: index < present ? 'past' : index === present ? 'now' : 'ahead',
      rows: own,
      done: own.filter(({ status }) => status === 'done').length,
      search: findSearch(career, { plan, place: index, applyFrom: applyFrom[index] ?? null }),
      applyFrom: applyFrom[index] ?? null,
    };
  });
}

/**
 * The search for the post that a stage of a plan leads to; null where it leads to none, or to one that is held then. The
 * weeks of the plan hold every search but that for the goal.
 */
export function findSearch(
  career: Career,
  {
    plan,
    place,
    applyFrom,
  }: { plan: Pick<Followed, 'stages' | 'freeFrom'>; place: number; applyFrom: ApplyFrom | null },
): Search | null {
  const stage = plan.stages[place];
  const post = stage && career.postById.get(stage.until);
  if (!post || stage.post === post.id) return null;
  const finish = stage.finish ?? stage.start;
  if (place === plan.stages.length - 1) {
    const start = stage.finish === null ? stage.start : addDays(stage.finish, 1);
    return {
      post: post.id,
      start,
      finish: addDays(start, DAYS_PER_WEEK * post.searchWeeks - 1),
      isAfter: true,
      isUntilFree: false,
    };
  }
  const weeks = Math.min(post.searchWeeks, stage.weeks);
  const latest = addDays(finish, 1 - DAYS_PER_WEEK * weeks);
  const isUntilFree =
    plan.freeFrom !== null && stage.start < plan.freeFrom && finish <= addDays(plan.freeFrom, DAYS_PER_WEEK);
  const start = isUntilFree && applyFrom && applyFrom.on < latest ? applyFrom.on : latest;
  return { post: post.id, start, finish, isAfter: false, isUntilFree: isUntilFree && start < latest };
}

/** The first step that is left of a plan and not yet begun; null where none is. */
export function findNextRow(rows: readonly PlanRow[]): PlanRow | null {
  return rows.find((row) => !isOver(row) && row.status === 'todo') ?? null;
}
