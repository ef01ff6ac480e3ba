import { z } from 'zod';
import type { Career } from './career/career';
import type { Holding } from './career/schema';

/** What most first plans turn on, of all that one can hold: the five ticks before a first plan. */
const FIRST_HOLDINGS = [
  'bachelors-related',
  'bachelors-other',
  'relevant-certification',
  'related-experience',
  'in-post',
] as const;

/** The same as the page asks them: who has said where they work is not asked for it by ticks that stand for posts. */
export function listFirstHoldings(career: Career, posts: readonly unknown[]): Holding[] {
  return FIRST_HOLDINGS.flatMap((id) => career.holdingById.get(id) ?? []).filter(
    ({ readAs }) => posts.length === 0 || readAs === null,
  );
}

/** Answers to the questions before a first plan. All may be left open; a can-do that is not true says `no`. */
export function buildPlanQuestionsSchema(career: Career) {
  return z
    .strictObject({
      held: z.preprocess((value) => [value ?? []].flat(), z.array(z.enum(FIRST_HOLDINGS))),
      none: z.literal('on').optional(),
      answers: z
        .record(z.string().max(200), z.enum(['yes', 'no'], { error: 'Choose Yes or Not yet.' }))
        .default({})
        .refine((answers) => Object.keys(answers).every((id) => career.canDoById.has(id)), {
          error: 'This can-do does not exist.',
        }),
    })
    .refine(({ held, none }) => !none || held.length === 0, {
      path: ['none'],
      error: 'Choose what is so, or “None of these”, not both.',
    })
    .transform(({ held, none, answers }) => ({
      /** Null where nothing was said of it. */
      held: held.length > 0 || none ? held : null,
      missing: Object.keys(answers).filter((id) => answers[id] === 'no'),
    }));
}
