import type { Candidate, Workbench } from './workbench';

/** How much later, or longer drawn out, steps may lie in a better order. */
const MOST_LATER = 1.05;

/** Whether a plan with as few steps ends sooner, does its own hours sooner, or draws its steps out less. */
export function isEarlier(bench: Pick<Workbench, 'model'>, one: Candidate, other: Candidate): boolean {
  if (one.steps !== other.steps) return one.steps < other.steps;
  if (one.weeks !== other.weeks) return one.weeks < other.weeks;
  const difference = sumHourWeeks(bench, one) - sumHourWeeks(bench, other);
  return difference !== 0 ? difference < 0 : sumSpans(one) < sumSpans(other);
}

/** The weeks from start to finish of all steps: hours of one that trickle over months are none that a person keeps to. */
export function sumSpans({ schedule }: Candidate): number {
  return schedule.placements.reduce((sum, { weeks }) => sum + weeks, 0);
}

/** Own hours, each times the week in which it is done. */
function sumHourWeeks({ model }: Pick<Workbench, 'model'>, { schedule }: Candidate): number {
  let sum = 0;
  for (const { step, start, hours } of schedule.placements)
    if (model.steps[step]?.isAtWork === false)
      hours.forEach((count, week) => {
        sum += count * (start + week);
      });
  return sum;
}

/** Whether a plan of as many steps ends no later, does its own hours about as early and draws none out for long. */
export function isAboutAsEarly(
  bench: Pick<Workbench, 'model'>,
  one: Candidate,
  other: Candidate,
  most = MOST_LATER,
): boolean {
  return (
    one.steps === other.steps &&
    one.weeks <= other.weeks &&
    sumHourWeeks(bench, one) <= most * sumHourWeeks(bench, other) &&
    sumSpans(one) <= most * sumSpans(other)
  );
}
