import { findCareerProblems } from './career-problems';
import { type Career, careerFilesSchema } from './catalogue';

/**
 * Builds the index of a career from its files.
 * Throws a ZodError when a file does not have the shape above, and an Error that lists every broken
 * reference, repeated id or cycle when the files do not fit together.
 */
export function buildCareer(input: { id: string; version: string; files: unknown }): Career {
  const files = careerFilesSchema.parse(input.files);
  const problems = findCareerProblems(files);
  if (problems.length > 0) throw new Error(`The career ${input.id} has problems: ${problems.join('; ')}`);
  return {
    id: input.id,
    version: input.version,
    compiled: files.steps.compiled,
    scale: files.skills.scale,
    scaleAlignment: files.skills.scaleAlignment,
    skills: files.skills.skills,
    roles: files.roles.roles,
    steps: files.steps.steps,
    salaries: files.salaries.salaries,
    crosswalk: files.crosswalk.crosswalk,
    holdings: files.requirements.holdings,
    requirements: files.requirements.requirements,
    requirementsOf: files.requirements.roles,
    traits: files.requirements.steps,
    rates: files.rates,
    examples: files.examples?.examples ?? [],
    skillById: indexById(files.skills.skills),
    roleById: indexById(files.roles.roles),
    stepById: indexById(files.steps.steps),
    ownSteps: [],
    holdingById: indexById(files.requirements.holdings),
  };
}

function indexById<T extends { id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}
