import type { StageModel, StageStep } from '../model/stage-model';
import { rateBasics } from './basics-first';

/** What a piece of work that an employer asks to see counts as lower for, and what that rests on. */
const TO_BE_SEEN = 0.75;
const UNDER_WHAT_IS_SEEN = 0.4;
/** What a step of workplace skills that brings one thing asked for counts as higher for. */
const FOR_ONE_LAST_THING = 0.75;

/**
 * How early a mentor would give each step of a stage, higher first: basics first, as elsewhere, but early also what an
 * employer asks to see and what that rests on, and late what closes one workplace can-do.
 */
export function rateOrder(model: StageModel): Float64Array {
  const basics = rateBasics(model);
  const seen = new Set(listSeen(model));
  const under = new Set([...seen].flatMap((index) => model.steps[index]?.froms ?? []));
  return basics.map((rate, index) => {
    const step = model.steps[index];
    if (!step || step.isBegun) return rate;
    if (seen.has(index)) return rateSeen(model, step, rate) + TO_BE_SEEN;
    const isUnder = step.tos.some((fact) => under.has(fact));
    return rate + (isUnder ? UNDER_WHAT_IS_SEEN : 0) - rateSoft(model, step);
  });
}

/** Of the steps of a stage, or of some of them, those that an employer asks to see. */
export function listSeen(model: StageModel, members?: readonly number[]): number[] {
  const items = model.parts.filter(({ what }) => what === 'asksToSee').flatMap((part) => part.items);
  const seen = new Set(items.flatMap(({ steps }) => steps ?? []));
  return members ? members.filter((step) => seen.has(step)) : [...seen];
}

/** Work to be seen is as hard as what it shows, though the person can do it already. */
function rateSeen({ career }: StageModel, { tos, source }: StageStep, rate: number): number {
  if (tos.length > 0 || source.teaches.length === 0) return rate;
  const levels = source.teaches.map((id): number => career.canDoById.get(id)?.level ?? 0);
  return -levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

function rateSoft(model: StageModel, step: StageStep): number {
  if (!isSoft(model, step)) return 0;
  return step.tos.filter((fact) => model.goalFacts.includes(fact)).length <= 1 ? FOR_ONE_LAST_THING : 0;
}

/** Whether all that a step brings is of workplace skills. */
export function isSoft({ career, facts }: StageModel, { tos }: StageStep): boolean {
  return (
    tos.length > 0 &&
    tos.every((fact) => {
      const skill = career.canDoById.get(facts[fact] ?? '')?.skill ?? '';
      return career.skillById.get(skill)?.kind === 'workplace';
    })
  );
}
