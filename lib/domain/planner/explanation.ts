import { joinWords } from '../join-words';
import { Closure, listMembers, NEVER, type StepSet, toSet } from './closure';
import { LEVEL_COUNT, listRequirements, type ModelStep, type PlanningModel } from './model';
import { isWhole } from './order';
import { computeTails } from './priority';
import { type Placement, type Schedule, Scheduler } from './scheduling';

const TARGET = 'target';
/** Replacements named one by one; the rest is counted. */
const MOST_NAMED = 4;

/** The plan's steps that bring each fact first, read from the schedule. */
function findFirstBringers(model: PlanningModel, schedule: Schedule): ReadonlyMap<number, Placement> {
  const bringers = new Map<number, Placement>();
  for (const placement of schedule.placements)
    for (const to of model.steps[placement.step]?.tos ?? [])
      for (let fact = to; fact % LEVEL_COUNT > 0; fact -= 1) {
        const best = bringers.get(fact);
        if (!best || finishOf(placement) < finishOf(best)) bringers.set(fact, placement);
      }
  return bringers;
}

function finishOf(placement: Placement): number {
  return placement.start + placement.weeks;
}

/** The plan's steps that a step waits for: its prerequisites, and those that bring a level it starts from. */
export function listAfter(model: PlanningModel, schedule: Schedule, placement: Placement): number[] {
  const step = model.steps[placement.step];
  const bringers = findFirstBringers(model, schedule);
  const after = new Set<number>();
  const leanOn = (facts: readonly number[]): void => {
    for (const fact of facts) {
      const bringer = bringers.get(fact);
      if (bringer) after.add(bringer.step);
    }
  };
  if (!step) return [];
  leanOn(step.froms);
  for (const { step: needed, facts } of step.prerequisites) {
    const planned = schedule.placements.find((other) => other.step === needed);
    if (planned && finishOf(planned) <= placement.start) after.add(needed);
    else leanOn(facts ?? []);
  }
  return [...after].sort((one, other) => one - other);
}

/** Sentences on what a step does in this plan and what could stand in its place, each read from the model. */
export function explainStep(model: PlanningModel, schedule: Schedule, placement: Placement): string[] {
  const step = model.steps[placement.step];
  if (!step) return [];
  const why = [
    ...explainLevels(model, schedule, step),
    ...explainRequirements(model, schedule, step),
    ...explainOpening(model, schedule, step),
  ];
  if (model.pinned.includes(step.index)) why.push('You asked for it.');
  if (why.length === 0) why.push('It is part of this plan, but nothing in it depends on this step alone.');
  why.push(explainReplacements(model, schedule, step));
  return why;
}

function explainLevels(model: PlanningModel, schedule: Schedule, step: ModelStep): string[] {
  const bringers = findFirstBringers(model, schedule);
  return step.tos.flatMap((to) => {
    const skill = Math.floor(to / LEVEL_COUNT);
    const target = model.goalFacts.find((fact) => Math.floor(fact / LEVEL_COUNT) === skill);
    const brought = listLevelsUpTo(to, model).filter((fact) => bringers.get(fact)?.step === step.index);
    const useful = brought.filter((fact) => target !== undefined && fact <= target);
    const highest = useful[useful.length - 1];
    if (highest === undefined || target === undefined) return [];
    const level = highest % LEVEL_COUNT;
    const name = model.career.skillById.get(model.skills[skill] ?? '')?.name ?? '';
    const end =
      highest === target
        ? `which is the ${TARGET}`
        : `on the way to the ${TARGET}, level ${target % LEVEL_COUNT}`;
    return [`It brings ${name} to level ${level}, ${end}.`];
  });
}

function listLevelsUpTo(fact: number, model: PlanningModel): number[] {
  const level = model.levels[Math.floor(fact / LEVEL_COUNT)] ?? 0;
  const first = fact - (fact % LEVEL_COUNT);
  return Array.from({ length: fact - first - level }, (_, offset) => first + level + 1 + offset);
}

function explainRequirements(model: PlanningModel, schedule: Schedule, step: ModelStep): string[] {
  const set = new Set(schedule.placements.map((placement) => placement.step));
  return model.requirements.flatMap((requirement) => {
    const met = requirement.groups.filter((group) => group.every((index) => set.has(index)));
    if (!met.some((group) => group.includes(step.index))) return [];
    const label = listRequirements(model.career, model.profile.role).find(
      ({ id }) => id === requirement.id,
    )?.label;
    const isAlone = met.every((group) => group.includes(step.index));
    return [isAlone ? `It meets the requirement: ${label}.` : `It also meets the requirement: ${label}.`];
  });
}

function explainOpening(model: PlanningModel, schedule: Schedule, step: ModelStep): string[] {
  const opened = schedule.placements.flatMap((placement) =>
    listAfter(model, schedule, placement).includes(step.index) ? [titleOf(model, placement.step)] : [],
  );
  const firstPost = schedule.placements
    .filter((placement) => model.steps[placement.step]?.givesPost)
    .sort((one, other) => one.start - other.start)[0];
  const atWork = schedule.placements.filter((placement) => model.steps[placement.step]?.needsPost);
  const sentences = opened.length > 0 ? [`It opens ${joinWords(opened)}.`] : [];
  if (!model.hasPost && firstPost?.step === step.index && atWork.length > 0)
    sentences.push(
      `It gives you the post in which to do ${joinWords(atWork.map((placement) => titleOf(model, placement.step)))}.`,
    );
  return sentences;
}

function explainReplacements(model: PlanningModel, schedule: Schedule, step: ModelStep): string {
  const set = toSet(
    model,
    schedule.placements.map((placement) => placement.step),
  );
  const others = listReplacements(model, set, step.index);
  if (others === 'needless')
    return 'The targets would be reached without it too; with it the plan is better.';
  if (others.length === 0) return 'No other single step could stand in its place.';
  const fitting = listFitting(model, set, step.index, others);
  const limits = listLimits(model);
  if (fitting.length === 0)
    return `No other single step was found to stand in its place within your ${joinWords(limits)}.`;
  const named = fitting.slice(0, MOST_NAMED).map((index) => titleOf(model, index));
  const more = fitting.length > MOST_NAMED ? [`${fitting.length - MOST_NAMED} more`] : [];
  return `In its place could stand ${joinWords([...named, ...more], more.length > 0 ? 'and' : 'or')}.`;
}

/** What a person calls the limits that a plan keeps. */
export function listLimits({ budgetPence, deadlineWeeks }: PlanningModel): string[] {
  return [...(budgetPence === null ? [] : ['budget']), ...(deadlineWeeks === null ? [] : ['deadline'])];
}

/** Steps of which each alone could take the place of one; 'needless' when the rest reaches the goal as it is. */
export function listReplacements(
  model: PlanningModel,
  set: StepSet,
  index: number,
): readonly number[] | 'needless' {
  const rest = set.slice();
  rest[index] = 0;
  if (isWhole(model, rest)) return 'needless';
  const hasDegree = listMembers(rest).some((member) => model.steps[member]?.isDegree);
  return model.steps.flatMap((step) => {
    if (step.index === index || rest[step.index] === 1 || (step.isDegree && hasDegree)) return [];
    rest[step.index] = 1;
    const isReplacement = isWhole(model, rest);
    rest[step.index] = 0;
    return isReplacement ? [step.index] : [];
  });
}

/** The replacements of a step that keep the budget, and with which a schedule was found by the deadline. */
export function listFitting(
  model: PlanningModel,
  set: StepSet,
  index: number,
  replacements: readonly number[],
): number[] {
  const closure = new Closure(model);
  const scheduler = new Scheduler(model);
  return replacements.filter((other) => {
    const members = [...listMembers(set).filter((member) => member !== index), other];
    const pence = members.reduce((sum, member) => sum + (model.steps[member]?.pence ?? 0), 0);
    if (pence > (model.budgetPence ?? NEVER)) return false;
    if (model.deadlineWeeks === null) return true;
    const tails = computeTails(closure, toSet(model, members));
    return scheduler.run(members, tails, model.deadlineWeeks) < NEVER;
  });
}

function titleOf(model: PlanningModel, index: number): string {
  const id = model.steps[index]?.id ?? '';
  return model.career.stepById.get(id)?.title ?? id;
}
