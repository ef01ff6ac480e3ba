import { z } from 'zod';
import { currencySchema, idSchema, levelSchema } from '../catalogue';
import { sourcesSchema, textSchema } from './schema-parts';

// Files of a career folder that no other file of it refers to: pay, frameworks, rates of exchange, examples.

const fileHead = { schema: z.literal(1), compiled: z.iso.date(), note: textSchema };

const salarySchema = z.strictObject({
  id: idSchema,
  roleTitle: textSchema,
  region: textSchema,
  place: textSchema,
  measure: textSchema,
  period: z.enum(['year', 'month']),
  amount: z.number().positive().nullable(),
  low: z.number().positive().nullable(),
  high: z.number().positive().nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  asOf: textSchema.nullable(),
  accessed: textSchema.nullable(),
  origin: textSchema,
  note: textSchema.nullable(),
  roles: z.array(idSchema),
  sources: sourcesSchema,
});

export const salariesFileSchema = z.strictObject({ ...fileHead, salaries: z.array(salarySchema) });

const codeSchema = z.strictObject({ code: textSchema, name: textSchema });
export const crosswalkFileSchema = z.strictObject({
  ...fileHead,
  frameworks: z.array(textSchema),
  crosswalk: z.array(
    z.strictObject({
      skill: idSchema,
      sfia: z.array(z.strictObject({ ...codeSchema.shape, levels: textSchema })),
      esco: z.array(
        z.strictObject({
          uri: z.string().regex(/^http:\/\/data\.europa\.eu\/esco\/skill\/[0-9a-f-]{36}$/),
          label: textSchema,
        }),
      ),
      onet: z.array(z.strictObject({ ...codeSchema.shape, type: textSchema })),
      nice: z.array(codeSchema),
      ecf: z.array(codeSchema),
      notes: textSchema.nullable(),
      sources: sourcesSchema,
    }),
  ),
});

export const ratesFileSchema = z.strictObject({
  ...fileHead,
  base: currencySchema,
  perUnit: z.record(currencySchema, z.number().positive()),
  basis: textSchema,
});

export const examplesFileSchema = z.strictObject({
  ...fileHead,
  examples: z.array(
    z.strictObject({
      id: idSchema,
      skill: idSchema,
      name: textSchema,
      story: textSchema,
      level: levelSchema,
      why: textSchema,
    }),
  ),
});

export type Salary = z.infer<typeof salarySchema>;
export type Crosswalk = z.infer<typeof crosswalkFileSchema>['crosswalk'][number];
export type Rates = z.infer<typeof ratesFileSchema>;
/** An invented person to try the scale on, with the level that the story was written for. */
export type Example = z.infer<typeof examplesFileSchema>['examples'][number];
