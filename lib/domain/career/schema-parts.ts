import { z } from 'zod';
import { idSchema, textSchema } from '../catalogue';

// What several files of the second edition are made of.

/** How a fact is known: from its provider or a public body, from somebody else, or thought by us. */
export const EVIDENCE_KINDS = ['official', 'independent', 'estimate'] as const;
/** Ranks of posts from 0 (trainee, help desk) to 5 (principal). */
const RANKS = [0, 1, 2, 3, 4, 5] as const;

export const regionSchema = z.enum(['UK', 'US', 'EU', 'any']);
export const rankSchema = z.literal(RANKS);
export const idsSchema = z.array(idSchema);
export const basisSchema = z.enum(['source', 'editorial']);
export const fileHead = { schema: z.literal(2), compiled: z.iso.date(), note: textSchema };

export const familiesSchema = z.union([z.literal('any'), idsSchema.min(1)]);
export const weeksSchema = z.number().int().positive();
