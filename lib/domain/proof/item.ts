import { z } from 'zod';
import { type Day, daySchema } from '../day';
import { linkSchema } from '../limits';

const EVIDENCE_TITLE_MAX_LENGTH = 120;
export const EVIDENCE_TEXT_MAX_LENGTH = 2000;
/** Can-dos that one item supports. */
const MOST_CAN_DOS = 60;

/** The form of an item of evidence. It needs a text or a link: a title alone shows nothing. */
export function buildItemSchema({ canDos, lastDay }: { canDos: readonly string[]; lastDay: Day }) {
  const canDo = z.enum(canDos, { error: 'This form names a can-do that does not exist.' });
  return z
    .strictObject({
      id: z.string().max(200).default(''),
      basedOn: z.string().max(100).default(''),
      title: z
        .string()
        .trim()
        .min(1, { error: 'Give a title.' })
        .max(EVIDENCE_TITLE_MAX_LENGTH, {
          error: `Keep the title to ${EVIDENCE_TITLE_MAX_LENGTH} characters or fewer.`,
        }),
      day: daySchema.refine((day) => day <= lastDay, { error: 'Give a day that is not still to come.' }),
      text: z
        .string()
        .trim()
        .max(EVIDENCE_TEXT_MAX_LENGTH, {
          error: `Keep the text to ${EVIDENCE_TEXT_MAX_LENGTH} characters or fewer.`,
        })
        .default('')
        .transform((text) => text || null),
      url: z
        .string()
        .trim()
        .default('')
        .transform((url) => url || null)
        .pipe(linkSchema.nullable()),
      canDos: z
        .union([canDo.transform((id) => [id]), z.array(canDo)])
        .default([])
        .transform((ids) => [...new Set(ids)])
        .refine((ids) => ids.length > 0, { error: 'Choose at least one thing that it shows.' })
        .refine((ids) => ids.length <= MOST_CAN_DOS, {
          error: `Choose at most ${MOST_CAN_DOS} things that it shows.`,
        }),
    })
    .refine(({ text, url }) => text !== null || url !== null, {
      error: 'Write a sentence or give a link: something to point at.',
      path: ['text'],
    });
}
