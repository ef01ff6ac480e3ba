import type { Career } from '../career/career';
import type { Step } from '../career/schema';
import type { Level } from '../catalogue';
import { listTeaching, type Person } from './model/climber';
import { countWeeksIn, listHeldPosts } from './model/held';
import type { StepPrice } from './model/price';
import { NEVER } from './schedule/calendar';
import type { WaySolution } from './solve-way';
import { computeReached, listTrue } from './standing';

/** A step of a whole plan with its weeks, and the place of the stage in which it begins. */
export type PlannedStep = {
  source: Step;
  stage: number;
  start: number;
  weeks: number;
  hours: readonly number[];
  price: StepPrice;
  isAgain: boolean;
};

/** What brings a can-do to a person: a step of the plan by its place, a post by its id, or nothing new. */
export type Bringer = { week: number; step: number | null; post: string | null };

/** A plan as one sequence: its stages' weeks, its steps by start and id, and what brings each can-do first. */
export type Timeline = {
  stages: readonly { post: string | null; until: string; startWeek: number; weeks: number }[];
  steps: readonly PlannedStep[];
  bringers: ReadonlyMap<string, Bringer>;
};

export function finishOf({ start, weeks }: Pick<PlannedStep, 'start' | 'weeks'>): number {
  return start + weeks;
}

/** Lays the stages of a way out as one plan. */
export function layOut(person: Person, solution: WaySolution): Timeline {
  const stages = listStages(solution);
  const steps = listSteps(person, solution, stages);
  return { stages, steps, bringers: listBringers(person, stages, steps) };
}

function listStages({ study, stages }: WaySolution): Timeline['stages'] {
  const solved = stages.map(({ startWeek, weeks, solution }) => ({
    post: solution.model.post,
    until: solution.model.until,
    startWeek,
    weeks,
  }));
  const next = solved[0]?.until ?? '';
  return study ? [{ post: null, until: next, startWeek: 0, weeks: study.weeks }, ...solved] : solved;
}

function listSteps(person: Person, solution: WaySolution, stages: Timeline['stages']): PlannedStep[] {
  const { study } = solution;
  /** The stage in which a step begins: the last one that has begun by then. */
  const placeOf = (start: number): number =>
    Math.max(
      0,
      stages.findLastIndex(({ startWeek }) => startWeek <= start),
    );
  const first = study ? [planStudy(person, study)] : [];
  const planned = solution.stages.flatMap(({ solution: { model, placements } }, index) =>
    placements.flatMap(({ step, start, weeks, hours }): PlannedStep[] => {
      const found = model.steps[step];
      if (!found) return [];
      const { source, price, isAgain } = found;
      // A step begun in the very week in which a stage of no weeks ends lies in the stage that it is for.
      const stage = Math.min(placeOf(start), index + first.length);
      return [{ source, stage, start, weeks, hours, price, isAgain }];
    }),
  );
  return [...first, ...planned].sort(
    (one, other) => one.start - other.start || (one.source.id < other.source.id ? -1 : 1),
  );
}

function planStudy(person: Person, { study, weeks }: NonNullable<WaySolution['study']>): PlannedStep {
  const price = person.priceById.get(study.id);
  if (!price) throw new RangeError(`the step ${study.id} has no price`);
  const isAgain = person.profile.done.includes(study.id);
  return { source: study, stage: 0, start: 0, weeks, hours: [], price, isAgain };
}

function listBringers(
  { career, profile }: Person,
  stages: Timeline['stages'],
  steps: readonly PlannedStep[],
): Map<string, Bringer> {
  const bringers = new Map<string, Bringer>();
  for (const id of listTrue(career, profile)) bringers.set(id, { week: 0, step: null, post: null });
  const bring = (id: string, bringer: Bringer): void => {
    if (bringer.week < (bringers.get(id)?.week ?? NEVER)) bringers.set(id, bringer);
  };
  const held = listHeldPosts(career, profile);
  for (const { post, startWeek, weeks } of stages) {
    const found = post === null ? undefined : career.postById.get(post);
    if (!found) continue;
    for (const { canDo, week } of listTeaching(found, countWeeksIn(held, found.id)))
      if (week <= weeks) bring(canDo, { week: startWeek + week, step: null, post: found.id });
  }
  for (const [step, planned] of steps.entries())
    for (const id of planned.source.teaches) bring(id, { week: finishOf(planned), step, post: null });
  return bringers;
}

/** Whether a can-do is true at a week. */
export function isTrueAt({ bringers }: Timeline, canDo: string, week: number): boolean {
  return (bringers.get(canDo)?.week ?? NEVER) <= week;
}

/** Levels that are wholly reached when a step is finished and were not before: by skill, from and to. */
export function listRaises(
  career: Career,
  timeline: Timeline,
  place: number,
): { skill: string; from: Level; to: Level }[] {
  const planned = timeline.steps[place];
  if (!planned) return [];
  const finish = finishOf(planned);
  const after = new Set<string>();
  for (const [id, { week }] of timeline.bringers) if (week <= finish) after.add(id);
  const before = new Set(after);
  for (const [id, { week, step }] of timeline.bringers)
    if (week === finish && step !== null && step >= place) before.delete(id);
  for (const [id, { week, step }] of timeline.bringers)
    if (week === finish && step !== null && step > place) after.delete(id);
  const skills = new Set(planned.source.teaches.map((id) => career.canDoById.get(id)?.skill));
  return career.skills.flatMap((skill) => {
    if (!skills.has(skill.id)) return [];
    const [from, to] = [computeReached(skill, before), computeReached(skill, after)];
    return to > from ? [{ skill: skill.id, from, to }] : [];
  });
}

/** The plan's steps that a step waits for: those it names, and those that bring what it starts from. */
export function listAfter(career: Career, timeline: Timeline, planned: PlannedStep): string[] {
  const after = new Set<string>();
  const { source, start } = planned;
  const leanOn = (canDo: string): void => {
    const step = timeline.bringers.get(canDo)?.step ?? null;
    const bringer = step === null ? undefined : timeline.steps[step];
    if (bringer && bringer !== planned && finishOf(bringer) <= start) after.add(bringer.source.id);
  };
  for (const id of listBefore(career, source)) leanOn(id);
  const isDone = (id: string): boolean =>
    timeline.steps.some((other) => other.source.id === id && finishOf(other) <= start);
  for (const id of source.needs.steps)
    if (isDone(id)) after.add(id);
    else for (const canDo of career.stepById.get(id)?.teaches ?? []) leanOn(canDo);
  const granting = career.holdingById.get(source.needs.holding ?? '')?.grantedBy.steps ?? [];
  for (const id of granting) if (isDone(id)) after.add(id);
  return [...after].sort();
}

/** What must be true when a step starts: what its can-dos come after and it does not teach, and what it names. */
function listBefore(career: Career, { teaches, needs }: Step): string[] {
  const taught = new Set(teaches);
  const before = teaches.flatMap((id) => career.canDoById.get(id)?.after ?? []);
  return [...new Set([...before.filter((id) => !taught.has(id)), ...needs.canDo])];
}
