import type { PlanDocument, Stage } from '../document';
import type { HeldPost } from '../profile';
import type { Followed, FollowedStage, FollowedStep } from './followed';
import type { Remaining } from './following';

type Joining = {
  remaining: Remaining;
  rest: PlanDocument;
  behind: readonly FollowedStep[];
  /** The whole plan's, in order of time. */
  steps: readonly { id: string }[];
  /** Weeks of the whole plan. */
  weeks: number;
  /** The post that the person has now, with the weeks for which they have had it. */
  current: HeldPost | null;
};

/**
 * The stages of a plan that goes on: those that are over, the present one from where it began, and those to come. Who has
 * taken up another post than that of the stage they were in begins a new stage now, and what lies before it is over.
 */
export function joinStages({ remaining, rest, behind, steps, weeks, current }: Joining): Stage[] {
  const { followed, weeksGone, started } = remaining;
  const post = current?.post ?? null;
  const place = findPresent(followed, { post, weeksGone });
  const from = findStart(followed.stages[place ?? -1], { place, weeksGone, current });
  const past = listPast(followed, { place, from, post });
  const ahead = rest.stages.map((stage, index): Stage => {
    const isFirst = index === 0;
    const gone = isFirst ? weeksGone - from : 0;
    const isLast = index === rest.stages.length - 1;
    const startWeek = isFirst ? from : stage.startWeek + weeksGone;
    return {
      ...stage,
      startWeek,
      weeks: isLast ? weeks - startWeek : stage.weeks + gone,
      bound: gone > 0 ? null : stage.bound,
      bestWeeks: stage.bestWeeks + gone,
      steps: stage.steps.filter((id) => !started.has(id)),
    };
  });
  const stages = [...past, ...ahead];
  const begun = followed.steps.filter(
    ({ id }) => started.has(id) && rest.steps.some((step) => step.id === id),
  );
  const isAhead = new Set(rest.steps.map(({ id }) => id));
  const earlier = [...behind.filter(({ id }) => !isAhead.has(id)), ...begun];
  for (const step of earlier) {
    const stage = stages[Math.min(step.stage, past.length)] ?? stages.at(-1);
    if (stage) stage.steps = [...stage.steps, step.id];
  }
  const order = new Map(steps.map(({ id }, index) => [id, index]));
  for (const stage of stages)
    stage.steps = [...stage.steps].sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  return stages;
}

/** The stage in which the person is: the last that has begun with the post that they have; null where there is none. */
export function findPresent(
  { version, stages }: Pick<Followed, 'version' | 'stages'>,
  { post, weeksGone }: { post: string | null; weeksGone: number },
): number | null {
  if (version === 1) return stages.length > 0 ? 0 : null;
  const found = stages.findLastIndex((stage) => stage.post === post && stage.startWeek <= weeksGone);
  if (found >= 0) return found;
  // A post found sooner than planned is the next stage's, which begins now.
  return null;
}

/** The week in which the present stage began: as planned, or later where its post was found later. */
function findStart(
  stage: FollowedStage | undefined,
  { place, weeksGone, current }: { place: number | null; weeksGone: number; current: HeldPost | null },
): number {
  if (!stage) return weeksGone;
  const found = place === 0 || current === null ? 0 : weeksGone - current.weeks;
  // Weeks held are counted in whole ones, so one more or less says nothing.
  return found > stage.startWeek + 1 ? found : stage.startWeek;
}

function listPast(
  { stages }: Followed,
  { place, from, post }: { place: number | null; from: number; post: string | null },
): Stage[] {
  const over = place === null ? stages.filter(({ startWeek }) => startWeek < from) : stages.slice(0, place);
  return over.map(
    (
      { start: _start, finish: _finish, heldBefore: _heldBefore, isAssumed: _isAssumed, isProved, ...stage },
      index,
    ): Stage => {
      const isLast = index === over.length - 1;
      const weeks = isLast ? from - stage.startWeek : stage.weeks;
      return {
        ...stage,
        until: isLast && place === null && post !== null ? post : stage.until,
        weeks,
        status: isProved ? 'optimal' : 'feasible',
        bound: null,
        bestWeeks: Math.min(weeks, stage.bestWeeks),
        steps: [],
      };
    },
  );
}
