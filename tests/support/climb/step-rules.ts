import { isDeepStrictEqual } from 'node:util';
import { addDays } from '@/lib/domain/day';
import { priceOf, pricePence } from '../planning-rules';
import { isOutOfSeason, listNeededCanDos, type Placed, type Plan, studyHours, whyOutOfPlay } from './person';
import { Replay } from './replay';

/** Checks each step: whether it is in play, what it needs when it starts, and what the document says of it. */
export function checkSteps(plan: Plan): string[] {
  const replay = new Replay(plan);
  return [
    ...plan.placed.flatMap((entry) => [
      ...checkPlay(plan, entry),
      ...replay
        .listUnmet(entry.step, entry.planned.startWeek)
        .map((what) => `${entry.step.id}: starts without ${what}`),
      ...checkDescription(plan, entry, replay),
      ...checkReaches(plan, entry, replay),
      ...checkAfter(plan, entry, replay),
    ]),
    ...checkDegrees(plan),
    ...checkBelieved(plan),
  ];
}

function checkPlay(plan: Plan, { step, planned }: Placed): string[] {
  const why = whyOutOfPlay(plan, step);
  const problems = why ? [`${step.id}: ${why}`] : [];
  if (isOutOfSeason(step, addDays(plan.profile.preferences.start, planned.startWeek * 7)))
    problems.push(`${step.id}: starts outside the months in which it may`);
  return problems;
}

function checkDegrees({ placed }: Plan): string[] {
  const degrees = placed.filter(({ step }) => step.kind === 'degree');
  const topUps = degrees.filter(({ step }) => step.needs.holding === 'hnd-related');
  const others = degrees.filter(({ step }) => step.needs.holding !== 'hnd-related');
  return others.length > 1 || topUps.length > 1 ? [`steps: ${degrees.length} degrees are planned`] : [];
}

/** What is not assessed at work shows no can-do of levels 4 and 5, and none that only paid work shows. */
function checkBelieved({ career, placed }: Plan): string[] {
  const highest = { none: 2, quiz: 2, 'hands-on': 3, work: 5 };
  return placed.flatMap(({ step }) =>
    step.teaches.flatMap((id) => {
      const canDo = career.canDoById.get(id);
      if (!canDo) return [`${step.id}: teaches ${id}, which does not exist`];
      const isBelieved =
        canDo.level <= highest[step.assessed] && (step.atWork || (!canDo.atWork && canDo.level <= 3));
      return isBelieved ? [] : [`${step.id}: is not believed for ${id}`];
    }),
  );
}

function checkDescription({ career, profile, document }: Plan, entry: Placed, replay: Replay): string[] {
  const { step, planned } = entry;
  const { start } = profile.preferences;
  const priced = priceOf(step);
  const expected = {
    kind: step.kind,
    title: step.title,
    url: step.url,
    start: addDays(start, planned.startWeek * 7),
    finish: addDays(start, (planned.startWeek + planned.weeks) * 7 - 1),
    hours: studyHours(step),
    pool: step.atWork ? 'work' : 'own',
    cost: priced
      ? { amount: pricePence(career, step) / 100, currency: priced.price.currency }
      : { amount: 0, currency: document.totals.cost.currency },
    status: profile.done.includes(step.id) ? 'again' : 'todo',
  };
  const problems = Object.entries(expected).flatMap(([field, value]) => {
    const found = planned[field as keyof typeof expected];
    return isDeepStrictEqual(found, value)
      ? []
      : [`${step.id}: ${field} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`];
  });
  const teaches = step.teaches.filter((id) => !replay.isTrue(id, planned.startWeek));
  if (!isDeepStrictEqual([...planned.teaches].sort(), teaches.sort()))
    problems.push(`${step.id}: teaches ${planned.teaches.join(', ')}, not ${teaches.join(', ')}`);
  if (planned.why.length === 0 || planned.why.some((sentence) => sentence.trim() === ''))
    problems.push(`${step.id}: it does not say why`);
  return problems;
}

function levelReached(plan: Plan, skill: string, isTrue: (id: string) => boolean): number {
  const canDos = plan.career.canDos.filter((canDo) => canDo.skill === skill);
  const lacking = canDos.filter(({ id }) => !isTrue(id)).map(({ level }) => level);
  return Math.min(5, ...lacking.map((level) => level - 1));
}

function checkReaches(plan: Plan, { step, planned }: Placed, replay: Replay): string[] {
  const finish = planned.startWeek + planned.weeks;
  const without = new Replay(
    plan,
    plan.placed.filter((other) => other.step.id !== step.id),
  );
  const skills = new Set(step.teaches.map((id) => plan.career.canDoById.get(id)?.skill ?? ''));
  const problems: string[] = [];
  for (const { skill, level } of planned.reaches) {
    const reached = levelReached(plan, skill, (id) => replay.isTrue(id, finish));
    const before = levelReached(plan, skill, (id) => replay.isTrue(id, planned.startWeek));
    if (!skills.has(skill) || level > reached || level <= before)
      problems.push(
        `${step.id}: says that ${skill} reaches ${level}, which is ${before} before and ${reached} after`,
      );
  }
  for (const skill of skills) {
    const reached = levelReached(plan, skill, (id) => replay.isTrue(id, finish));
    const isOwnDoing = levelReached(plan, skill, (id) => without.isTrue(id, finish)) < reached;
    const together = plan.placed.filter((other) => other.planned.startWeek + other.planned.weeks === finish);
    const isSaid = together
      .flatMap((other) => other.planned.reaches)
      .some((reach) => reach.skill === skill && reach.level === reached);
    if (isOwnDoing && !isSaid) problems.push(`${step.id}: does not say that ${skill} reaches ${reached}`);
  }
  const raised = planned.raises.map(({ skill, to }) => ({ skill, level: to }));
  const byName = (list: readonly { skill: string; level: number }[]) =>
    list.map(({ skill, level }) => `${skill} ${level}`).sort();
  const tops = planned.reaches.filter(
    ({ skill, level }) => !planned.reaches.some((other) => other.skill === skill && other.level > level),
  );
  if (!isDeepStrictEqual(byName(raised), byName(tops)) || planned.raises.some(({ from, to }) => from >= to))
    problems.push(`${step.id}: raises are not what it reaches`);
  return problems;
}

/** `after` names steps that finish first, and with them every need that the start leaves open. */
function checkAfter(plan: Plan, { step, planned }: Placed, replay: Replay): string[] {
  const problems: string[] = [];
  for (const id of planned.after) {
    const other = plan.placed.find((entry) => entry.step.id === id);
    if (!other) problems.push(`${step.id}: after ${id}, which is not planned`);
    else if (other.planned.startWeek + other.planned.weeks > planned.startWeek)
      problems.push(`${step.id}: starts before ${id} is finished`);
  }
  const named = collectBefore(plan, planned.after);
  const before = new Replay(
    plan,
    plan.placed.filter((entry) => named.has(entry.step.id)),
  );
  const isKnown = (id: string): boolean =>
    before.isTrue(id, planned.startWeek) || !replay.isTrue(id, planned.startWeek);
  for (const id of listNeededCanDos(plan.career, step))
    if (!isKnown(id)) problems.push(`${step.id}: after does not name what brings ${id}`);
  return problems;
}

/** Steps and all that they come after in their turn. */
function collectBefore({ placed }: Plan, ids: readonly string[]): Set<string> {
  const named = new Set<string>();
  const visit = (id: string): void => {
    if (named.has(id)) return;
    named.add(id);
    placed.find(({ step }) => step.id === id)?.planned.after.forEach(visit);
  };
  ids.forEach(visit);
  return named;
}
