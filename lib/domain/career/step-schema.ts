import { z } from 'zod';
import { idSchema } from '../catalogue';
import { PLATFORMS, STEP_KINDS } from '../lists';
import {
  basisSchema,
  EVIDENCE_KINDS,
  familiesSchema,
  idsSchema,
  priceSchema,
  rangeSchema,
  rankSchema,
  regionSchema,
  sourcesSchema,
  textSchema,
  weeksSchema,
} from './schema-parts';

/** Jobs are posts: no step of the catalogue is one. */
const kindSchema = z.enum(STEP_KINDS).exclude(['entry-role']);
export const LISTED_KINDS = kindSchema.options;
/** How what a step teaches is shown, from not at all to work that others rely on. */
const ASSESSMENTS = ['none', 'quiz', 'hands-on', 'work'] as const;

const seenSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/, 'a date that was seen is written 2026, 2026-11 or 2026-11-27');

/** How a fact is known, by which of the entry’s sources (their titles), and the date of the newest of them. */
const evidenceSchema = z
  .strictObject({ known: z.enum(EVIDENCE_KINDS), sources: z.array(textSchema), seen: seenSchema.nullable() })
  .refine(({ known, sources }) => (known === 'estimate') === (sources.length === 0), {
    error: 'an estimate has no source, and every other fact has one',
  })
  .nullable();

const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month is written 2026-11');

export const stepSchema = z.strictObject({
  id: idSchema,
  kind: kindSchema,
  title: textSchema,
  provider: textSchema,
  description: textSchema,
  brief: textSchema.nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  urlOpened: z.boolean().nullable(),
  effortHours: z.number().positive().nullable(),
  effortRange: rangeSchema,
  durationWeeks: z.number().positive().nullable(),
  durationRange: rangeSchema,
  cost: priceSchema.nullable(),
  costNote: textSchema.nullable(),
  validityMonths: z.number().int().positive().nullable(),
  expires: z.boolean().nullable(),
  teaches: idsSchema.min(1),
  needs: z.strictObject({
    canDo: idsSchema,
    steps: idsSchema,
    holding: idSchema.nullable(),
    post: z.strictObject({ families: familiesSchema, rank: rankSchema }).nullable(),
  }),
  assessed: z.enum(ASSESSMENTS),
  atWork: z.boolean(),
  fullTime: z.boolean(),
  platform: z.enum([...PLATFORMS, 'other']).nullable(),
  recommended: idsSchema,
  planning: z.strictObject({
    hours: z.number().int().nonnegative().nullable(),
    weeks: weeksSchema.nullable(),
    basis: basisSchema,
    cost: z.strictObject({ ...priceSchema.shape, basis: basisSchema }).nullable(),
  }),
  status: z.enum(['active', 'retired']),
  statusNote: textSchema.nullable(),
  availableFrom: monthSchema.nullable(),
  availableUntil: monthSchema.nullable(),
  successor: idSchema.nullable(),
  region: regionSchema,
  notes: textSchema.nullable(),
  evidence: z.strictObject({ price: evidenceSchema, length: evidenceSchema, validity: evidenceSchema }),
  checked: monthSchema.nullable(),
  sources: sourcesSchema,
});

export type Evidence = NonNullable<z.infer<typeof evidenceSchema>>;
