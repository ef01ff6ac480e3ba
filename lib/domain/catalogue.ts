import { z } from 'zod';
import { CURRENCIES, LEVELS, REGIONS, type STEP_KINDS } from './lists';

// What the catalogue, plans and forms share.

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is words in lower case joined by hyphens');

export const currencySchema = z.enum(CURRENCIES, { error: 'Choose a currency from the list.' });
export type Currency = z.infer<typeof currencySchema>;

export const levelSchema = z.literal(LEVELS);
export type Level = z.infer<typeof levelSchema>;

export const regionSchema = z.enum(REGIONS);
export type Region = z.infer<typeof regionSchema>;

export type StepKind = (typeof STEP_KINDS)[number];
