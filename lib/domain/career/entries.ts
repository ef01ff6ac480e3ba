import type { CanDo } from './career';
import type { CareerFiles, Skill, Step } from './schema';

/** The steps of both files, the formal ones first. */
export function listSteps(files: Pick<CareerFiles, 'steps-formal' | 'steps-learning'>): Step[] {
  return [...files['steps-formal'].steps, ...files['steps-learning'].steps];
}

/** Every can-do with its skill and level, in the order of skills and levels. */
export function listCanDos(skills: readonly Skill[]): CanDo[] {
  return skills.flatMap((skill) =>
    skill.levels.flatMap(({ level, canDo }) =>
      (canDo ?? []).map((entry) => ({ ...entry, skill: skill.id, level })),
    ),
  );
}

/**
 * The can-dos that must hold before a step begins: all that comes before what it teaches, and what it names with
 * all that comes before that, less what it teaches itself.
 */
export function findNeededCanDos(
  step: Pick<Step, 'teaches' | 'needs'>,
  beforeById: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const before = (id: string) => [...(beforeById.get(id) ?? [])];
  const needed = [...step.teaches.flatMap(before), ...step.needs.canDo.flatMap((id) => [id, ...before(id)])];
  return new Set(needed.filter((id) => !step.teaches.includes(id)));
}
