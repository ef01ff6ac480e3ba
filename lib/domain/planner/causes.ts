import { nameSkill } from '../career-names';
import { joinWords } from '../join-words';
import { type Closure, computeClosure, fullSet, NEVER } from './closure';
import type { Reason } from './document';
import { type Ease, isReachable, withPreferences } from './eased';
import { describePin, listExclusionEases, listLifted } from './lifts';
import { LEVEL_COUNT, listRequirements, type PlanningModel } from './model';

/** What cannot be reached at all; the first change that gives a plan is named beside it. */
export function findCauses(model: PlanningModel, lifts: readonly Reason[]): Reason[] {
  const bare = withPreferences(model, { pinned: [] });
  if (isReachable(bare)) return findPinCauses(model, lifts);
  const nearest = lifts.find(({ what }) => what === 'excluded')?.nearest ?? null;
  const closure = computeClosure(bare, fullSet(bare));
  const facts = bare.goalFacts.filter((fact) => closure.factWeek(fact) >= NEVER);
  const open = bare.requirements.filter(({ groups }) =>
    groups.every((group) => group.some((index) => closure.start(index) >= NEVER)),
  );
  const causes = [
    ...facts.map((fact) => explainLevel(bare, fact, nearest, highestReached(closure, fact))),
    ...open.map(({ id }) => explainRequirement(bare, id, nearest)),
  ];
  if (causes.length === 0) causes.push(explainCombination(bare, nearest));
  return nearest ? causes : [...causes, ...explainVainExclusion(bare)];
}

function highestReached(closure: Closure, fact: number): number {
  const first = fact - (fact % LEVEL_COUNT);
  let level = closure.model.levels[Math.floor(fact / LEVEL_COUNT)] ?? 0;
  while (level < LEVEL_COUNT - 1 && closure.factWeek(first + level + 1) < NEVER) level += 1;
  return level;
}

function explainLevel(model: PlanningModel, fact: number, nearest: Ease | null, reached: number): Reason {
  const id = model.skills[Math.floor(fact / LEVEL_COUNT)] ?? '';
  const name = nameSkill(model.career, id);
  const sentence = `${name} cannot reach level ${fact % LEVEL_COUNT}: the steps open to you lead to level ${reached} at most.`;
  return { what: 'level', ids: [id], sentence, nearest };
}

function explainRequirement(model: PlanningModel, id: string, nearest: Ease | null): Reason {
  const requirement = listRequirements(model.career, model.profile.role).find((other) => other.id === id);
  const sentence = `No step open to you meets the requirement: ${requirement?.label ?? id}.`;
  return { what: 'requirement', ids: [id], sentence, nearest };
}

function explainCombination(model: PlanningModel, nearest: Ease | null): Reason {
  const ids = model.requirements.map(({ id }) => id);
  const sentence =
    'Each target and requirement can be met alone, but not all together: a plan holds one degree at most, and jobs follow the order of their path.';
  return { what: 'requirement', ids, sentence, nearest };
}

/** Exclusions without which all could be reached, though no plan was found that keeps the other limits. */
function explainVainExclusion(model: PlanningModel): Reason[] {
  const { preferences } = model.profile;
  const [ease] = listExclusionEases(preferences, (tried) => isReachable(withPreferences(model, tried)));
  if (!ease) return [];
  const { ids, names } = listLifted(model, ease);
  const sentence = `You left out ${joinWords(names)}; with that back in everything could be reached, but no plan was found that keeps the rest of what you asked for.`;
  return [{ what: 'excluded', ids, sentence, nearest: null }];
}

/** Steps asked for that can never be planned, where no change of them is offered. */
function findPinCauses(model: PlanningModel, lifts: readonly Reason[]): Reason[] {
  if (lifts.some(({ what }) => what === 'pinned')) return [];
  const { pinned } = model.profile.preferences;
  const lost = [...new Set(pinned)].filter((id) => !isReachable(withPreferences(model, { pinned: [id] })));
  const sentence =
    'The steps you asked for do not go together: a plan holds one degree at most, and jobs follow the order of their path.';
  if (lost.length === 0) return [{ what: 'pinned', ids: [...pinned], sentence, nearest: null }];
  return lost.map((id) => ({
    what: 'pinned',
    ids: [id],
    sentence: `You asked for ${describePin(model, id)}.`,
    nearest: null,
  }));
}
