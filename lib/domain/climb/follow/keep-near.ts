import type { Career } from '../../career/career';
import { addDays } from '../../day';
import type { PlanDocument } from '../document';
import { checkRest } from './check-rest';
import type { Following } from './following';
import { listFloors } from './held-dates';
import { reschedule } from './reschedule';
import { isStaged } from './stored-document';

/** What begins in so many weeks has been told to others by now. */
const NEAR_WEEKS = 4;

/**
 * A new plan in which what the kept one has begin in the next four weeks begins then too, where the new plan holds it and
 * that makes nothing longer: the same steps, no later end and no broken rule. Else the new plan as it is.
 */
export function keepNear(
  career: Career,
  following: Following,
  { answer, kept }: { answer: PlanDocument; kept: Pick<PlanDocument, 'steps'> },
): PlanDocument {
  const { today, records, profile } = following;
  const until = addDays(today, NEAR_WEEKS * 7);
  const begun = new Set(records.filter(({ status }) => status !== 'todo').map(({ step }) => step));
  const near = new Set(
    kept.steps
      .filter(({ id, start }) => !begun.has(id) && start >= today && start < until)
      .map(({ id }) => id),
  );
  const countNear = ({ steps }: Pick<PlanDocument, 'steps'>): number =>
    steps.filter(({ id, start }) => near.has(id) && start < until).length;
  const held = answer.steps.filter(({ id }) => near.has(id)).length;
  if (answer.status === 'infeasible' || countNear(answer) === held) return answer;
  const going = { ...following, kept: answer };
  // An exam waits for its practice, which the order of time alone does not tell.
  const exams = answer.steps
    .filter(({ id, kind }) => kind === 'certification' && !near.has(id))
    .map(({ id, start }) => ({ step: id, on: start }));
  const moved = reschedule(career, going, {
    floors: listFloors(going, [...exams, ...(profile.preferences.dates ?? [])]),
    first: near,
  });
  if (!moved || !isStaged(moved)) return answer;
  const isNoLonger = moved.totals.weeks <= answer.totals.weeks;
  if (!isNoLonger || countNear(moved) <= countNear(answer)) return answer;
  if (checkRest(career, going, moved).length > 0) return answer;
  // As good by every objective as the answer, so what is known of that is known of this, stage by stage.
  const stages = moved.stages.map((stage, place) => {
    const told = answer.stages[place];
    return told && told.weeks === stage.weeks ? { ...stage, status: told.status } : stage;
  });
  const isAlike = stages.every(({ weeks }, place) => weeks === answer.stages[place]?.weeks);
  return { ...moved, stages, status: isAlike ? answer.status : moved.status };
}
