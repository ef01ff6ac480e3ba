import { z } from 'zod';
import { regionSchema } from '../catalogue';
import type { Career } from './career';
import type { Step } from './schema';
import { holdsWords, readWords } from './search-words';
import { LISTED_KINDS } from './step-schema';

const LONGEST_TEXT = 100;

/** What a person may narrow the steps by. Anything else counts as not chosen, since an address is not a form to correct. */
export const stepFilterSchema = z.object({
  kind: z.enum(LISTED_KINDS).nullable().catch(null),
  skill: z.string().nullable().catch(null),
  region: regionSchema.nullable().catch(null),
  free: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
  text: z
    .string()
    .transform((text) => text.trim().slice(0, LONGEST_TEXT))
    .catch(''),
});
export type StepFilter = z.infer<typeof stepFilterSchema>;

/**
 * The steps that pass every part of a filter, in the catalogue's order. A region keeps what is of it or of
 * every region; `free` keeps what the planner counts as 0; every word of the text must be in the title, the provider, the
 * description, or in what the step teaches and its topics, whatever its case or accents. A skill keeps what teaches
 * something of it.
 */
export function filterSteps(career: Career, filter: StepFilter): Step[] {
  const words = readWords(filter.text);
  return career.steps.filter(
    (step) =>
      (filter.kind === null || step.kind === filter.kind) &&
      (filter.skill === null || listTaught(career, step).some(({ skill }) => skill === filter.skill)) &&
      (filter.region === null || step.region === 'any' || step.region === filter.region) &&
      (!filter.free || isFree(step)) &&
      holdsWords(findStepText(career, step), words),
  );
}

function listTaught({ canDoById }: Career, { teaches }: Step) {
  return teaches.flatMap((id) => canDoById.get(id) ?? []);
}

/** Whether the planner counts a step as free: its price is 0, or its estimate is, or it has neither. */
export function isFree(step: Step): boolean {
  const price = step.cost ?? step.planning.cost;
  return price === null || price.amount === 0;
}

const searchTexts = new WeakMap<Step, string>();

/** The words that a step is found by. Made once for each: a list of hundreds is searched at each request. */
export function findStepText(career: Career, step: Step): string {
  const known = searchTexts.get(step);
  if (known !== undefined) return known;
  const taught = listTaught(career, step).map(({ skill, topic, text }) => {
    const name = career.skillById.get(skill)?.topics.find(({ id }) => id === topic)?.name ?? '';
    return `${text} ${name}`;
  });
  const text = readWords([step.title, step.provider, step.description, step.id, ...taught].join(' ')).join(
    ' ',
  );
  searchTexts.set(step, text);
  return text;
}
