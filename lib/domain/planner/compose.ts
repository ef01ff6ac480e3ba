import { addDays } from '../day';
import { joinWords } from '../join-words';
import type { PlanDocument, PlanStep, Reason } from './document';
import { explainStep, listAfter } from './explanation';
import {
  compareText,
  computeLevel,
  listGroups,
  listRequirements,
  type ModelStep,
  type PlanningModel,
} from './model';
import { listMeasures, type Optimum } from './optimise';
import type { Placement, Schedule } from './scheduling';

/** The plan document of a solved model; a plain one goes without the sentences of its steps. */
export function composePlan(model: PlanningModel, optimum: Optimum, isPlain: boolean): PlanDocument {
  const { profile } = model;
  const { schedule } = optimum.plan;
  const { start } = profile.preferences;
  const steps = listPlanSteps(model, schedule, isPlain);
  const measures = listMeasures(profile.preferences.optimiseFor);
  return {
    ...composeHead(model),
    status: optimum.isProved ? 'optimal' : 'feasible',
    bound: optimum.bound.map((value, place) => (measures[place] === 'pence' ? value / 100 : value)),
    totals: {
      weeks: schedule.weeks,
      finish: schedule.weeks === 0 ? null : addDays(start, schedule.weeks * 7 - 1),
      hours: sum(steps.map(({ hours }) => hours)),
      cost: composeCost(model, schedule),
      steps: steps.length,
      bestWeeks: optimum.bestWeeks,
    },
    requirements: listMetRequirements(
      model,
      steps.map(({ id }) => id),
    ),
    steps,
    assumptions: listAssumptions(model, schedule),
  };
}

/** The document that says why there is no plan. */
export function composeInfeasible(
  model: PlanningModel,
  { reasons, isProved }: { reasons: readonly Reason[]; isProved: boolean },
): PlanDocument {
  return {
    ...composeHead(model),
    status: 'infeasible',
    bound: null,
    proved: isProved,
    totals: {
      weeks: 0,
      finish: null,
      hours: 0,
      cost: { amount: 0, currency: model.currency, approximate: false, estimated: [] },
      steps: 0,
      bestWeeks: null,
    },
    requirements: listMetRequirements(model, []),
    steps: [],
    reasons: [...reasons],
    assumptions: listAssumptions(model, { weeks: 0, placements: [] }),
  };
}

function composeHead(model: PlanningModel) {
  const { career, profile, skills } = model;
  const targets = career.roleById.get(profile.role)?.targets ?? {};
  return {
    format: 'rung-plan' as const,
    version: 1 as const,
    career: career.id,
    catalogue: career.version,
    role: profile.role,
    profile,
    gaps: skills.flatMap((skill) => {
      const level = profile.levels[skill] ?? 0;
      const target = targets[skill] ?? 0;
      return target > level ? [{ skill, level, target }] : [];
    }),
  };
}

function composeCost(model: PlanningModel, schedule: Schedule): PlanDocument['totals']['cost'] {
  const planned = schedule.placements.flatMap(({ step }) => model.steps[step] ?? []);
  return {
    amount: sum(planned.map(({ pence }) => pence)) / 100,
    currency: model.currency,
    approximate: planned.some(({ price }) => price.isConverted),
    estimated: planned.filter(({ price }) => price.isEstimated).map(({ id }) => id),
  };
}

function listPlanSteps(model: PlanningModel, schedule: Schedule, isPlain: boolean): PlanStep[] {
  return schedule.placements
    .flatMap((placement) => {
      const step = model.steps[placement.step];
      return step ? [composeStep({ model, schedule, placement, step, isPlain })] : [];
    })
    .sort((one, other) => one.startWeek - other.startWeek || compareText(one.id, other.id));
}

function composeStep(input: {
  model: PlanningModel;
  schedule: Schedule;
  placement: Placement;
  step: ModelStep;
  isPlain: boolean;
}): PlanStep {
  const { model, schedule, placement, step } = input;
  const { career, profile } = model;
  const { start } = profile.preferences;
  const source = career.stepById.get(step.id);
  return {
    id: step.id,
    kind: step.kind,
    title: source?.title ?? step.id,
    url: source?.url ?? null,
    startWeek: placement.start,
    weeks: placement.weeks,
    start: addDays(start, placement.start * 7),
    finish: addDays(start, (placement.start + placement.weeks) * 7 - 1),
    hours: step.hours,
    hoursByWeek: [...placement.hours],
    cost: { amount: step.price.amount, currency: step.price.currency },
    raises: source?.raises ?? [],
    after: listAfter(model, schedule, placement).flatMap((index) => model.steps[index]?.id ?? []),
    why: input.isPlain ? [] : explainStep(model, schedule, placement),
    status: step.isAgain ? 'again' : 'todo',
  };
}

/** Every requirement of the role with what meets it: a holding, or the smallest group done or planned. */
function listMetRequirements(model: PlanningModel, planned: readonly string[]): PlanDocument['requirements'] {
  const { career, profile } = model;
  const reached = new Set([...profile.done, ...planned]);
  return listRequirements(career, profile.role).map((requirement) => {
    const held = requirement.heldBy.filter((id) => profile.holdings.includes(id)).sort(compareText)[0];
    if (held !== undefined) return { id: requirement.id, by: [held] };
    const met = listGroups(requirement, profile.role)
      .filter((group) => group.every((id) => reached.has(id)))
      .sort((one, other) => one.length - other.length || compareText(one.join(), other.join()))[0];
    return { id: requirement.id, by: [...(met ?? [])] };
  });
}

function listAssumptions(model: PlanningModel, schedule: Schedule): string[] {
  const { career, profile } = model;
  const planned = schedule.placements.flatMap(({ step }) => model.steps[step] ?? []);
  const unrated = career.skills.filter(({ id }) => profile.levels[id] === undefined);
  const assumptions: string[] = [];
  if (unrated.length > 0)
    assumptions.push(
      `Not rated yet and counted as level 0: ${joinWords(unrated.map(({ name }) => name).sort(compareText))}.`,
    );
  if (planned.some(({ price }) => price.isConverted))
    assumptions.push(
      `Prices in other currencies are converted to ${model.currency} at the catalogue's rounded rates, so the total is approximate.`,
    );
  const estimated = planned.filter(({ price }) => price.isEstimated);
  if (estimated.length > 0)
    assumptions.push(
      `No confirmed price was found for ${joinWords(estimated.map(({ id }) => career.stepById.get(id)?.title ?? id))}; the catalogue's estimate is used.`,
    );
  if (planned.some(({ isOccupation }) => isOccupation))
    assumptions.push(
      'Jobs, apprenticeships and degrees run one at a time, and study goes on beside them for the same weekly hours.',
    );
  if (planned.some(({ givesPost }) => givesPost))
    assumptions.push(
      'A post is taken up on the first day of its step, so what is done at work can begin that day.',
    );
  if (planned.some(({ isAgain }) => isAgain))
    assumptions.push(
      'A finished step is planned again where the rated level is still below what it teaches.',
    );
  const met = planned.flatMap((step) => listLevelsThatStandIn(model, step, planned));
  if (met.length > 0)
    assumptions.push(
      `Left out because the levels they teach are reached another way: ${joinWords([...new Set(met)])}.`,
    );
  return assumptions;
}

function listLevelsThatStandIn(
  model: PlanningModel,
  step: ModelStep,
  planned: readonly ModelStep[],
): string[] {
  const { career, profile } = model;
  const ids = new Set([...profile.done, ...planned.map(({ id }) => id)]);
  return (career.stepById.get(step.id)?.prerequisites ?? []).flatMap((id) => {
    const needed = career.stepById.get(id);
    const isReached = needed?.raises.every((raise) => computeLevel(profile, raise.skill) >= raise.to);
    return needed && !ids.has(id) && !isReached ? [needed.title] : [];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
