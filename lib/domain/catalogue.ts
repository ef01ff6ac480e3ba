import { z } from 'zod';
import { CURRENCIES } from './currencies';

// The closed lists that the catalogue, plans and forms share. Each stands here alone.

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is words in lower case joined by hyphens');

export const currencySchema = z.enum(CURRENCIES, { error: 'Choose GBP, USD or EUR.' });
export type Currency = z.infer<typeof currencySchema>;

/** Levels of ability from 0 (none) to 5 (shaping). */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;
export const levelSchema = z.literal(LEVELS);
export type Level = z.infer<typeof levelSchema>;

/** Where a person plans: `any` is elsewhere. */
export const REGIONS = ['UK', 'US', 'any'] as const;
export const regionSchema = z.enum(REGIONS);
export type Region = z.infer<typeof regionSchema>;

/** The six headings of a plan, in its order. Entry roles are posts: no step of the catalogue is one. */
export const STEP_KINDS = ['degree', 'certification', 'entry-role', 'course', 'project', 'practice'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
