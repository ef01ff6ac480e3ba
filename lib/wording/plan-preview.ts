import type { Career } from '@/lib/domain/career/career';
import type { PlanDocument, Reason } from '@/lib/domain/climb/document';
import { type FollowedStep, toFollowed } from '@/lib/domain/climb/follow/followed';
import { nameEntry, nameStage } from '@/lib/domain/plan/glance/names';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import { formatCost, formatCount, formatDay, formatList, formatMoney } from './format';
import { describeStepTime } from './plan-row';

/** A plan in outline: its stages with their steps, before anybody has taken it. */
export type PlanPreview = {
  heading: string;
  /** What it comes to, and what it begins with. */
  lead: string;
  parts: { title: string; facts: string; items: { title: string; facts: string }[] }[];
};

/** What would have to be otherwise for a plan, as the beginning of a sentence: “With £54.29”. */
function describeCondition(nearest: NonNullable<Reason['nearest']>): string {
  const { budget, deadline, hoursPerWeek, workHoursPerWeek } = nearest;
  if (Object.keys(nearest).length === 1) {
    if (budget) return `With ${formatMoney(budget)}`;
    if (deadline) return `With time until ${formatDay(deadline)}`;
    if (hoursPerWeek !== undefined) return `With ${formatCount(hoursPerWeek, 'hour')} a week`;
    if (workHoursPerWeek !== undefined)
      return `With ${formatCount(workHoursPerWeek, 'hour')} a week to learn at work`;
  }
  return 'With that change';
}

/** The plan that a reason's nearest change allows, in full, under a heading that says what it needs. */
export function describePreview(
  career: Career,
  plan: PlanDocument,
  nearest: NonNullable<Reason['nearest']>,
): PlanPreview {
  const { stages, steps, totals } = toFollowed(plan);
  const paid = steps.filter(({ cost }) => cost.amount > 0).length;
  const first = orderSteps(steps).filter(({ startWeek }) => startWeek === steps[0]?.startWeek);
  const freeness = nearest.budget && paid === 1 && steps.length > 1 ? ': all but one step of it is free' : '';
  return {
    heading: `${describeCondition(nearest)} this is the plan${freeness}`,
    lead: [
      `${formatCount(totals.steps, 'step')} in ${formatCount(totals.weeks, 'week')}, ${formatCount(totals.hours, 'hour')} of yours, ${formatCost(totals.cost)} (estimates).`,
      ...(first[0]
        ? [`It begins on ${formatDay(first[0].start)} with ${formatList(first.map(({ title }) => title))}.`]
        : []),
    ].join(' '),
    parts: stages.map((stage, place) => ({
      title: nameStage(career, stage),
      facts: `${formatCount(stage.weeks, 'week')} from ${formatDay(stage.start)}, then ${nameEntry(career, stage.until)}`,
      items: orderSteps(steps.filter((step) => step.stage === place)).map((step) => ({
        title: step.title,
        facts: describeItem(step),
      })),
    })),
  };
}

function describeItem(step: FollowedStep): string {
  const cost = step.cost.amount > 0 ? `, ${formatCost(step.cost)}` : '';
  return `${formatDay(step.start)} to ${formatDay(step.finish)}, ${describeStepTime(step)}${cost}`;
}
