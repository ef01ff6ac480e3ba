import { ownHoursIn } from '../model/own-hours';
import type { StageModel, StageStep } from '../model/stage-model';
import type { Placement } from '../schedule/scheduler';
import { holds } from './holds';

const MOST_TURNS = 5;
/** A step over more than so many times its weeks, and two weeks, trickles. */
const MOST_TIMES = 2;
const MOST_WEEKS_MORE = 2;
const NONE: ReadonlyMap<number, number> = new Map();

/**
 * The placements with every own step begun, and its hours done, in the earliest weeks that the others leave free, one
 * step after the other; everything still holds by `ready`, and nothing ends later than before. `beside` are own steps of
 * other stages, which take hours and places; `floors` are weeks before which a step does not begin.
 */
export function pullForward(
  model: StageModel,
  placements: readonly Placement[],
  ready: number,
  {
    beside = [],
    floors = NONE,
  }: { beside?: readonly Placement[]; floors?: ReadonlyMap<number, number> } = {},
): readonly Placement[] {
  let best = placements;
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const before = best;
    for (const { step } of [...best].sort((one, other) => one.start - other.start))
      best = pullOne(model, best, { index: step, ready, beside, floor: floors.get(step) ?? 0 });
    if (best === before) break;
  }
  return best;
}

/** Whether a step lies over so many weeks that its hours trickle. */
export function isDrawnOut({ duration }: Pick<StageStep, 'duration'>, weeks: number): boolean {
  return weeks > Math.max(MOST_TIMES * duration, duration + MOST_WEEKS_MORE);
}

type Pulling = { index: number; ready: number; beside: readonly Placement[]; floor: number };

function pullOne(
  model: StageModel,
  placements: readonly Placement[],
  { index, ready, beside, floor }: Pulling,
): readonly Placement[] {
  const step = model.steps[index];
  const place = placements.find((one) => one.step === index);
  if (!step || !place || step.isAtWork || step.hours === 0 || step.isBegun) return placements;
  const others = [
    ...placements.filter((one) => one !== place && model.steps[one.step]?.isAtWork === false),
    ...beside,
  ];
  for (
    let start = Math.max(step.earliest, model.open, floor);
    start <= Math.min(place.start, step.latest);
    start += 1
  ) {
    const moved = fillFrom(model, others, { step, start, finish: place.start + place.weeks });
    if (!moved || sumWeeks(moved) >= sumWeeks(place)) continue;
    // Hours left over here and there are none in which anybody keeps at a step.
    if (moved.weeks > place.weeks && isDrawnOut(step, moved.weeks)) continue;
    const all = placements.map((one) => (one === place ? moved : one));
    if (holds(model, all, { ready })) return all;
  }
  return placements;
}

/** A step begun in a week, with the first hours that others leave; null where it finds no place or ends too late. */
function fillFrom(
  model: StageModel,
  others: readonly Placement[],
  { step, start, finish }: { step: StageStep; start: number; finish: number },
): Placement | null {
  const hours: number[] = [];
  let left = step.hours;
  for (let week = start; week < finish && (left > 0 || hours.length < step.leastWeeks); week += 1) {
    const beside = others.filter((one) => one.start <= week && week < one.start + one.weeks);
    if (beside.length >= model.maxParallel) return null;
    const used = beside.reduce((sum, one) => sum + (one.hours[week - one.start] ?? 0), 0);
    const free = model.calendar.isOff(week) ? 0 : ownHoursIn(model, week) - used;
    const taken = Math.min(left, free, step.weeklyLimit);
    if (week === start && taken <= 0) return null;
    hours.push(taken);
    left -= taken;
  }
  return left > 0 || hours.length < step.leastWeeks
    ? null
    : { step: step.index, start, weeks: hours.length, hours };
}

/** Hours, each times the week in which it is done. */
function sumWeeks({ start, hours }: Placement): number {
  return hours.reduce((sum, count, week) => sum + count * (start + week), 0);
}
