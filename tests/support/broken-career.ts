import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type CareerFiles, careerFilesSchema, type Step } from '@/lib/domain/career/schema';

const FOLDER = path.join('catalogue', 'devops');
const files = careerFilesSchema.parse(
  Object.fromEntries(
    readdirSync(FOLDER).map((name) => [
      path.basename(name, '.json'),
      JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')),
    ]),
  ),
);

export function find<T extends { id: string }>(entries: readonly T[], id: string): T {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`The catalogue has no ${id}.`);
  return found;
}

export const learning = (f: CareerFiles, id = 'cicd-pipeline-project') => find(f['steps-learning'].steps, id);
export const formal = (f: CareerFiles, id = 'cka') => find(f['steps-formal'].steps, id);
export const post = (f: CareerFiles, id = 'linux-administrator') => find(f.posts.posts, id);
export const level = (f: CareerFiles, skill: string, at: number) => {
  const row = find(f.skills.skills, skill).levels[at];
  if (!row) throw new Error(`${skill} has no level ${at}.`);
  return row;
};
export const canDo = (f: CareerFiles, id: string) =>
  find(
    f.skills.skills.flatMap((skill) => skill.levels.flatMap((row) => row.canDo ?? [])),
    id,
  );

/** For each rule what breaks it, one thing at a time: what is then said, and the change. */
export type Breakings = Record<string, [RegExp, (files: CareerFiles) => unknown][]>;

/** A copy of the catalogue with one thing broken. */
export function breakFiles(change: (files: CareerFiles) => void): CareerFiles {
  const copy = structuredClone(files);
  change(copy);
  return copy;
}

/** Shuts steps to all but one country, as a step of one region is. */
export const closeSteps = (f: CareerFiles, isLost: (step: Step) => boolean) => {
  for (const name of ['steps-formal', 'steps-learning'] as const)
    for (const step of f[name].steps.filter(isLost)) step.region = 'UK';
};
