import { z } from 'zod';
import { currencySchema, idSchema } from '../catalogue';
import { REGIONS } from '../lists';

// What several files of a career folder are made of.

/** How a fact is known: from its provider or a public body, from somebody else, or thought by us. */
/** Makes of system that a post can be bound to. */
export const SYSTEMS = ['linux', 'windows'] as const;

export const EVIDENCE_KINDS = ['official', 'independent', 'estimate'] as const;
/** Ranks of posts from 0 (trainee, help desk) to 5 (principal). */
const RANKS = [0, 1, 2, 3, 4, 5] as const;

export const textSchema = z.string().trim().min(1);
/** Where a step or a post is open: more finely than a person plans. */
export const regionSchema = z.enum([...REGIONS, 'EU']);
export const rankSchema = z.literal(RANKS);
export const idsSchema = z.array(idSchema);
export const basisSchema = z.enum(['source', 'editorial']);
export const fileHead = { schema: z.literal(2), compiled: z.iso.date(), note: textSchema };

export const familiesSchema = z.union([z.literal('any'), idsSchema.min(1)]);
export const weeksSchema = z.number().int().positive();

const sourceSchema = z
  .strictObject({
    title: textSchema,
    url: z.url().optional(),
    document: textSchema.optional(),
    repository: textSchema.optional(),
    path: textSchema.optional(),
    seen: z
      .string()
      .regex(/^\d{4}(-\d{2}){0,2}$/)
      .nullable(),
  })
  .refine((source) => source.url || source.document || (source.repository && source.path), {
    error: 'a source needs a url, a document, or a repository with a path',
  });
export const sourcesSchema = z.array(sourceSchema).min(1);
export type Source = z.infer<typeof sourceSchema>;

export const rangeSchema = z
  .strictObject({ low: z.number().positive(), high: z.number().positive().nullable() })
  .refine((range) => range.high === null || range.high >= range.low, { error: 'a range rises' })
  .nullable();

export const priceSchema = z.strictObject({
  amount: z.number().nonnegative(),
  currency: currencySchema,
  per: z.enum(['total', 'year', 'month']),
});
export type Price = z.infer<typeof priceSchema>;
