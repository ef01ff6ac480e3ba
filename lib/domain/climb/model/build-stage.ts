import type { Post } from '../../career/schema';
import { NEVER } from '../schedule/calendar';
import { type Asked, listAskedBy } from './asked';
import { type Climber, listTeaching, type Person } from './climber';
import { countWeeksIn, findCurrent, listHoldings } from './held';
import { computeHoursInPost } from './own-hours';
import type { Item, Part, StageModel } from './stage-model';
import { buildSteps, isTopUp, listOpenSteps, type OpenStep } from './stage-steps';
import { computeStay, isInPost, lengthenForRank } from './stay';

/** What a stage leads to, and how many posts of this way have been taken up before it ends. */
export type StageAim = { until: Post; isGoal: boolean; taken: number };

/** The planning problem of one stage, without the steps that a person asked for (see withPins). */
export function buildStage(person: Person, climber: Climber, aim: StageAim): StageModel {
  const { career, profile } = person;
  const current = findCurrent(climber.held);
  const post = current ? (career.postById.get(current.post) ?? null) : null;
  const all = listOpenSteps(person, climber);
  const isOpen = new Set(all.map(({ source }) => source.id));
  const asked = listAskedBy(person, climber, {
    post: aim.until,
    isGoal: aim.isGoal,
    isOpen: (id) => isOpen.has(id),
  });
  const given = new Map<string, number>();
  for (const [id, week] of climber.trueFrom) if (week > climber.open) given.set(id, week);
  if (post && current)
    for (const { canDo, week } of listTeaching(post, countWeeksIn(climber.held, post.id)))
      if (!climber.trueFrom.has(canDo)) given.set(canDo, climber.week + week);
  const isMissing = (id: string): boolean => !climber.trueFrom.has(id) || given.has(id);
  const pinned = new Set(climber.pinnedLeft);
  const open = listRelevant(person, { all, asked, isMissing, pinned });
  const facts = listFacts(person, { open, asked, isMissing });
  const factById = new Map(facts.map((id, fact) => [id, fact]));
  const steps = buildSteps(person, climber, { open, factById });
  const indexById = new Map(steps.map(({ id, index }) => [id, index]));
  const { goalFacts, parts, obstacles } = buildGoal(asked, { factById, indexById, person, climber });
  const wait = computeWait(person, climber, aim);
  return {
    career,
    profile,
    currency: person.currency,
    calendar: person.calendar,
    post: post?.id ?? null,
    until: aim.until.id,
    open: climber.open,
    start: climber.week,
    wait: climber.week + (wait ?? 0),
    facts,
    factById,
    given: Int32Array.from(facts, (id) => given.get(id) ?? NEVER),
    steps,
    indexById,
    goalFacts,
    parts,
    isPossible: obstacles.length === 0 && wait !== null,
    obstacles,
    exclusive: steps
      .filter(({ source, isDegree }) => isDegree && !isTopUp(person, source))
      .map(({ index }) => index),
    pinned: [],
    hoursPerWeek: profile.preferences.hoursPerWeek,
    hoursInPost: computeHoursInPost(career, profile),
    inPostFrom: climber.inPostFrom ?? (post ? climber.week : NEVER),
    workHoursPerWeek: profile.preferences.workHoursPerWeek,
    maxParallel: profile.preferences.maxParallel,
  };
}

/** The stage with steps that a person asked for among what must be finished. */
export function withPins(model: StageModel, pins: readonly string[]): StageModel {
  const pinned = pins.flatMap((id) => model.indexById.get(id) ?? []);
  if (pinned.length === 0) return model;
  const items = pinned.map((index) => ({ facts: null, steps: [index] }));
  const part: Part = { what: 'pinned', label: 'pinned', count: items.length, items };
  return { ...model, pinned, parts: [...model.parts, part] };
}

/** Weeks from the stage's start that experience, tenure and the day from which the person is free ask before the search may
 * begin; null where never. */
function computeWait(person: Person, climber: Climber, { until, isGoal, taken }: StageAim): number | null {
  const { career, profile, inPlay } = person;
  const open = new Set(inPlay.filter(({ fullTime }) => !fullTime).map(({ id }) => id));
  const { held } = climber;
  const finished = new Set(climber.finished.keys());
  const holdings = listHoldings(career, { holdings: profile.holdings, held, finished });
  const footing = { held, holdings, finished, taken };
  // A step that brings experience has its place in the schedule and asks for no wait.
  const terms = { career, isOpen: (id: string) => open.has(id), weeksOf: () => 0 };
  if (isGoal && isInPost(career, held, until)) return 0;
  const stay = computeStay(terms, footing, until);
  if (stay === null) return null;
  const reach = lengthenForRank(career, footing, { post: until, stay });
  if (reach === null) return null;
  return Math.max(reach.stay, person.freeWeek - (isGoal ? 0 : until.searchWeeks) - climber.week);
}

/** Steps that could be of use: from what is asked backwards, and all that those lean on in turn. */
function listRelevant(
  { career }: Person,
  input: {
    all: readonly OpenStep[];
    asked: Asked;
    isMissing: (id: string) => boolean;
    pinned: ReadonlySet<string>;
  },
): OpenStep[] {
  const { all, asked, isMissing } = input;
  const wanted = new Set(asked.canDos.filter(isMissing));
  const named = new Set([...input.pinned, ...listNamed(asked)]);
  for (const id of asked.asksToSee?.of ?? [])
    for (const canDo of career.stepById.get(id)?.teaches ?? []) if (isMissing(canDo)) wanted.add(canDo);
  const leaned = new Set<OpenStep>();
  for (let size = -1; size !== leaned.size; ) {
    size = leaned.size;
    for (const step of all) {
      const { source } = step;
      const isUseful = named.has(source.id) || source.teaches.some((id) => wanted.has(id));
      if (leaned.has(step) || !isUseful) continue;
      leaned.add(step);
      for (const id of step.before) if (isMissing(id)) wanted.add(id);
      for (const id of [...source.needs.steps, ...(step.holdingFrom?.steps ?? [])]) {
        named.add(id);
        for (const canDo of career.stepById.get(id)?.teaches ?? []) if (isMissing(canDo)) wanted.add(canDo);
      }
    }
  }
  return all.filter((step) => leaned.has(step));
}

/** Steps that count for what is asked beside can-dos. */
function listNamed({ certificate, experience, asksToSee }: Asked): string[] {
  return [
    ...(certificate ?? []).flat(),
    ...experience.flatMap(({ meeting }) => (meeting && 'steps' in meeting ? meeting.steps : [])),
    ...(asksToSee?.of ?? []),
  ];
}

/**
 * Missing can-dos that are asked for, taught or needed by a step in play, in the order of their ids. What a step teaches
 * that another one names is needed too: where the step itself is not open, only its can-dos can stand in for it.
 */
function listFacts(
  { career }: Person,
  input: { open: readonly OpenStep[]; asked: Asked; isMissing: (id: string) => boolean },
): string[] {
  const { open, asked, isMissing } = input;
  const ids = new Set(asked.canDos);
  for (const { source, before } of open) {
    const named = source.needs.steps.flatMap((id) => career.stepById.get(id)?.teaches ?? []);
    for (const id of [...source.teaches, ...before, ...named]) ids.add(id);
  }
  return [...ids].filter(isMissing).sort();
}

type Goal = Pick<StageModel, 'goalFacts' | 'parts' | 'obstacles'>;

function buildGoal(
  asked: Asked,
  context: {
    factById: ReadonlyMap<string, number>;
    indexById: ReadonlyMap<string, number>;
    person: Person;
    climber: Climber;
  },
): Goal {
  const { factById, indexById } = context;
  const missing = asked.canDos.flatMap((id) => factById.get(id) ?? []);
  const needed = Math.max(0, asked.enough - (asked.canDos.length - missing.length));
  const isAll = needed === missing.length;
  const parts: Part[] = [];
  if (!isAll && needed > 0)
    parts.push({
      what: 'threshold',
      label: 'threshold',
      count: needed,
      items: missing.map((fact) => ({ facts: [fact], steps: null })),
    });
  const toGroup = (ids: readonly string[]): Item[] => {
    const steps = ids.flatMap((id) => indexById.get(id) ?? []);
    return steps.length === ids.length ? [{ facts: null, steps }] : [];
  };
  if (asked.certificate)
    parts.push({
      what: 'certificate',
      label: 'certification',
      count: 1,
      items: asked.certificate.flatMap(toGroup),
    });
  for (const { label, meeting } of asked.experience)
    if (meeting === null) parts.push({ what: 'experience', label, count: 1, items: [] });
    else if ('steps' in meeting)
      parts.push({
        what: 'experience',
        label,
        count: 1,
        items: meeting.steps.flatMap((id) => toGroup([id])),
      });
  const seen = buildAsksToSee(asked, context);
  if (seen) parts.push(seen);
  return {
    goalFacts: isAll ? missing : [],
    parts,
    obstacles: parts
      .filter(({ count, items }) => items.length < count)
      .map(({ what, label }) => ({ what, label })),
  };
}

/** Pieces of work that an employer asks to see: each finished, whatever is rated of that which it teaches. */
function buildAsksToSee(
  { asksToSee }: Asked,
  { indexById, climber }: Parameters<typeof buildGoal>[1],
): Part | null {
  if (!asksToSee) return null;
  const open = asksToSee.of.filter((id) => !climber.finished.has(id));
  const count = asksToSee.count - (asksToSee.of.length - open.length);
  const items = open.flatMap((id): Item[] => {
    const index = indexById.get(id);
    return index === undefined ? [] : [{ facts: null, steps: [index] }];
  });
  return count > 0 ? { what: 'asksToSee', label: 'asksToSee', count, items } : null;
}
