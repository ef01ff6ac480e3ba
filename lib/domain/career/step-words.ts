import type { Career } from './career';
import type { Step } from './schema';
import { IGNORED_WORDS, readWords } from './search-words';
import { isFree } from './step-filter';
import { LISTED_KINDS } from './step-schema';

/**
 * What a browser needs beside the page of steps to find them as one types, each kept once: what can be done, and of each
 * step, in the order of the page, what it teaches, where it is open, whether it is free, and the words that neither its
 * line on the page nor what it teaches holds. The version says which catalogue the page must be of.
 */
export type StepWords = {
  version: string;
  /** Words that are not looked for. */
  ignored: readonly string[];
  skills: readonly string[];
  regions: readonly string[];
  /** The place of its skill, and its words. */
  canDos: readonly (readonly [skill: number, words: string])[];
  /** The place of its region, 1 where it is free, its other words, and the places of what it teaches. */
  steps: readonly (readonly [region: number, free: 0 | 1, words: string, ...teaches: number[]])[];
};

/** The steps in the order in which their page lists them. */
export function orderByKind(steps: readonly Step[]): Step[] {
  return LISTED_KINDS.flatMap((kind) => steps.filter((step) => step.kind === kind));
}

/** The words of a text that are nowhere in `held`, each once. */
function keepNew(text: string, held: string): string {
  const words = new Set(readWords(text));
  return [...words].filter((word) => !held.includes(word)).join(' ');
}

const made = new WeakMap<Career, StepWords>();

/** Finds the same as filterSteps does, so that what one types and what one sends have one answer. Made once a career. */
export function buildStepWords(career: Career): StepWords {
  const known = made.get(career);
  if (known) return known;
  const skills = career.skills.map(({ id }) => id);
  const regions = [...new Set(career.steps.map(({ region }) => region))];
  const places = new Map(career.canDos.map(({ id }, place) => [id, place]));
  const canDos = career.canDos.map(({ skill, topic, text }) => {
    const name = career.skillById.get(skill)?.topics.find(({ id }) => id === topic)?.name ?? '';
    return [skills.indexOf(skill), keepNew(`${text} ${name}`, '')] as const;
  });
  const steps = orderByKind(career.steps).map((step) => {
    const taught = step.teaches.flatMap((id) => places.get(id) ?? []);
    const held = readWords(
      [step.title, step.provider, ...taught.map((place) => canDos[place]?.[1])].join(' '),
    ).join(' ');
    const words = keepNew(`${step.description} ${step.id}`, held);
    return [regions.indexOf(step.region), isFree(step) ? 1 : 0, words, ...taught] as const;
  });
  const words = { version: career.version, ignored: IGNORED_WORDS, skills, regions, canDos, steps };
  made.set(career, words);
  return words;
}
