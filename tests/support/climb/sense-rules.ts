import type { Step } from '@/lib/domain/career/schema';
import type { PlanStep, Stage } from '@/lib/domain/climb/document';
import { addDays } from '@/lib/domain/day';
import { leastWeeks, planCurrency, pricePence } from '../planning-rules';
import { hoursIn, isOff, isUnderWay, lastWeek, mostInAWeek, ownHoursIn } from './hour-rules';
import { isOutOfSeason, type Placed, type Plan, studyHours, whyOutOfPlay } from './person';
import { findFullTime, listLacking, readyWeek } from './readiness';
import { Replay } from './replay';

/** Checks what a sensible mentor would not sign: idle, superfluous or plainly dearer steps, and idle hours. */
export function checkSense(plan: Plan): string[] {
  return [
    ...checkNothingHeld(plan),
    ...checkNothingSuperfluous(plan),
    ...checkNothingDearer(plan),
    ...checkNothingWaits(plan),
  ];
}

/** Steps that a certificate, a need, an experience or an employer asks for by name, which may teach what is known. */
function listNamed({ career, profile, placed, document }: Plan): Set<string> {
  const options = [...career.experienceOfPost.values()].flat().flatMap(({ anyOf }) => anyOf);
  const granting = career.holdings.flatMap(({ grantedBy }) => grantedBy.steps);
  return new Set([
    ...profile.preferences.pinned,
    ...Object.values(career.certification.anyOfByRole).flat(2),
    ...placed.flatMap(({ step }) => step.needs.steps),
    ...document.stages.flatMap(({ until }) => career.postById.get(until)?.asksToSee?.of ?? []),
    ...options.flatMap((option) => ('step' in option ? [option.step] : [])),
    ...granting,
  ]);
}

function checkNothingHeld(plan: Plan): string[] {
  const replay = new Replay(plan);
  const named = listNamed(plan);
  return plan.placed
    .filter(({ step, planned }) => step.teaches.every((id) => replay.isTrue(id, planned.startWeek)))
    .filter(({ step }) => !named.has(step.id))
    .map(({ step }) => `${step.id}: all that it teaches is true when it starts`);
}

/** Whether everything is still reached when other steps stand in the weeks of the plan. */
function isStillReached(plan: Plan, placed: readonly Placed[]): boolean {
  const replay = new Replay(plan, placed, { skipsUnmet: true });
  const carriedOut = new Set(replay.carriedOut.map(({ step }) => step.id));
  return (
    plan.profile.preferences.pinned.every((id) => carriedOut.has(id) || plan.profile.done.includes(id)) &&
    plan.document.stages.every(
      (stage) =>
        findFullTime(plan, stage) !== null ||
        listLacking(plan, stage, { replay, week: readyWeek(plan, stage) }).length === 0,
    )
  );
}

function checkNothingSuperfluous(plan: Plan): string[] {
  const { pinned } = plan.profile.preferences;
  return plan.placed
    .filter(({ step }) => !pinned.includes(step.id))
    .filter(({ step }) =>
      isStillReached(
        plan,
        plan.placed.filter((other) => other.step.id !== step.id),
      ),
    )
    .map(({ step }) => `${step.id}: could be left out with everything still reached`);
}

/** No step could be swapped, in its own weeks and hours, for one that costs less and asks for no more. */
function checkNothingDearer(plan: Plan): string[] {
  const { pinned } = plan.profile.preferences;
  const planned = new Set(plan.placed.map(({ step }) => step.id));
  const open = plan.career.steps.filter(
    (step) =>
      !planned.has(step.id) && !step.fullTime && step.kind !== 'degree' && whyOutOfPlay(plan, step) === null,
  );
  return plan.placed.flatMap((entry) => {
    if (pinned.includes(entry.step.id) || entry.step.fullTime) return [];
    const better = open.find((step) => isBetter(plan, entry, step) && canStandIn(plan, entry, step));
    return better ? [`${entry.step.id}: ${better.id} in its place is better in every figure`] : [];
  });
}

function isBetter({ career, profile }: Plan, { step: old, planned }: Placed, step: Step): boolean {
  if (step.atWork !== old.atWork || leastWeeks(step) > planned.weeks) return false;
  const currency = planCurrency(profile);
  const saved = pricePence(career, old, currency) - pricePence(career, step, currency);
  const hours = step.atWork ? 0 : studyHours(old) - studyHours(step);
  const isLighter = saved > 0 || (hours > 0 && profile.preferences.hourWorth > 0);
  return (
    saved >= 0 && studyHours(step) <= studyHours(old) && leastWeeks(step) <= leastWeeks(old) && isLighter
  );
}

function canStandIn(plan: Plan, entry: Placed, step: Step): boolean {
  const { planned } = entry;
  if (!planned.teaches.some((id) => step.teaches.includes(id))) return false;
  const most = Math.ceil(studyHours(step) / leastWeeks(step));
  let left = studyHours(step);
  const hoursByWeek = planned.hoursByWeek.map((hours) => {
    const taken = Math.min(left, hours, most);
    left -= taken;
    return taken;
  });
  const { start } = plan.profile.preferences;
  if (left > 0 || isOutOfSeason(step, addDays(start, planned.startWeek * 7))) return false;
  const others = plan.placed.filter((other) => other !== entry);
  if (new Replay(plan, others).listUnmet(step, planned.startWeek).length > 0) return false;
  const stages = plan.document.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.map((id) => (id === entry.step.id ? step.id : id)),
  }));
  const swapped = { ...plan, document: { ...plan.document, stages } };
  const standIn: PlanStep = { ...planned, id: step.id, hoursByWeek };
  return isStillReached(swapped, [...others, { step, planned: standIn }]);
}

/** No week has free own hours that an own step of its stage (of one stage, where it is named) could take, under way or ready to begin. */
export function checkNothingWaits(plan: Plan, stage: Stage | null = null): string[] {
  const own = plan.placed.filter(({ step }) => !step.atWork && !step.fullTime && studyHours(step) > 0);
  const replay = new Replay(plan);
  const problems: string[] = [];
  for (let week = 0; week < lastWeek(plan); week += 1) {
    const used = own.reduce((sum, entry) => sum + hoursIn(entry, week), 0);
    const hoursPerWeek = ownHoursIn(plan, week);
    if (used >= hoursPerWeek || isOff(plan.profile, week)) continue;
    const waiting = own.find((entry) => {
      if (stage && !stage.steps.includes(entry.step.id)) return false;
      const { startWeek, weeks } = entry.planned;
      const isLeft = week < startWeek + weeks - 1 && hoursIn(entry, week) < mostInAWeek(entry);
      const hasLater = entry.planned.hoursByWeek.some(
        (hours, index) => hours > 0 && startWeek + index > week,
      );
      if (!isLeft || !hasLater) return false;
      // What is begun early for a later stage has no claim to hours of this one.
      if (stage && !isNeededBy(plan, entry)) return false;
      return week >= startWeek || couldBegin(plan, entry, { week, replay });
    });
    if (waiting)
      problems.push(`week ${week}: has ${hoursPerWeek - used} free hours that ${waiting.step.id} could take`);
  }
  return problems.slice(0, 3);
}

/** Whether a step could begin in an earlier week of its own stage, end when it does and find a place. */
function couldBegin(plan: Plan, entry: Placed, { week, replay }: { week: number; replay: Replay }): boolean {
  const { step, planned } = entry;
  const stage = plan.document.stages.find(({ steps }) => steps.includes(step.id));
  const { start, maxParallel } = plan.profile.preferences;
  if (!stage || week < stage.startWeek || planned.startWeek + planned.weeks > readyWeek(plan, stage))
    return false;
  if (isOutOfSeason(step, addDays(start, week * 7)) || replay.listUnmet(step, week).length > 0) return false;
  if (waitsForPractice(plan, entry, week) || wouldTrickle(plan, entry, week)) return false;
  if (plan.document.stages.at(-1) !== stage && !isNeededBy(plan, entry)) return false;
  for (let between = week; between < planned.startWeek; between += 1) {
    const underWay = plan.placed.filter(
      (other) => !other.step.atWork && !other.step.fullTime && isUnderWay(other, between),
    );
    if (underWay.length >= maxParallel) return false;
  }
  return true;
}

/** Whether a step that is begun in a week gets so few hours beside the others that it lies over more than twice its weeks, and two more. */
function wouldTrickle(plan: Plan, entry: Placed, week: number): boolean {
  const [most, hours] = [mostInAWeek(entry), studyHours(entry.step)];
  const duration = Math.max(
    leastWeeks(entry.step),
    Math.ceil(hours / Math.min(most, plan.profile.preferences.hoursPerWeek)),
  );
  const longest = Math.max(2 * duration, duration + 2);
  let left = hours;
  for (let at = week; at < week + longest; at += 1) {
    const others = plan.placed.filter(
      (other) => other !== entry && !other.step.atWork && !other.step.fullTime,
    );
    const used = others.reduce((sum, other) => sum + hoursIn(other, at), 0);
    if (!isOff(plan.profile, at)) left -= Math.min(most, Math.max(0, ownHoursIn(plan, at) - used));
  }
  return left > 0;
}

/** Whether an exam waits, in a week, for a step that practises what it asks and is finished when the exam begins. */
function waitsForPractice(plan: Plan, { step, planned }: Placed, week: number): boolean {
  if (step.kind !== 'certification') return false;
  return plan.placed.some(({ step: other, planned: { startWeek, weeks } }) => {
    const practises = other.teaches.some((id) => step.needs.canDo.includes(id));
    const end = startWeek + weeks;
    return other.kind !== 'certification' && practises && week < end && end <= planned.startWeek;
  });
}

/** Whether the stage in which a step begins needs it: one of the next stage has to wait for the others. */
function isNeededBy(plan: Plan, entry: Placed): boolean {
  const stage = plan.document.stages.find(({ steps }) => steps.includes(entry.step.id));
  if (!stage) return false;
  const replay = new Replay(
    plan,
    plan.placed.filter((other) => other !== entry),
    { skipsUnmet: true },
  );
  return listLacking(plan, stage, { replay, week: readyWeek(plan, stage) }).length > 0;
}
