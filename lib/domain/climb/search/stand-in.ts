import type { StageStep } from '../model/stage-model';
import type { Placement } from '../schedule/scheduler';

/** Whether a step costs and takes no more than another one of its pool, and something less. */
export function isLighter(step: StageStep, than: StageStep): boolean {
  const isNoMore =
    step.isAtWork === than.isAtWork &&
    step.pence <= than.pence &&
    step.hours <= than.hours &&
    step.duration <= than.duration;
  return isNoMore && (step.pence < than.pence || step.hours < than.hours || step.duration < than.duration);
}

/** A step in the very weeks and hours of another one; null where it does not fit there. */
export function fitInPlace(place: Placement, step: StageStep): Placement | null {
  if (place.start < step.earliest || place.start > step.latest) return null;
  let left = step.hours;
  const hours: number[] = [];
  for (const given of place.hours) {
    if (left === 0 && hours.length >= step.leastWeeks) break;
    const taken = Math.min(given, step.weeklyLimit, left);
    hours.push(taken);
    left -= taken;
  }
  if (left > 0 || hours.length < step.leastWeeks || (step.hours > 0 && hours[0] === 0)) return null;
  return { step: step.index, start: place.start, weeks: hours.length, hours };
}
