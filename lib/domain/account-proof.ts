import { z } from 'zod';
import { EVIDENCE_MAX_LENGTH } from './check-in-limits';
import { daySchema } from './day';
import { instantSchema } from './instant';
import { idSchema, linkSchema, MOST_IDS, TITLE_MAX_LENGTH } from './limits';
import { LEVELS } from './lists';
import { EVIDENCE_TEXT_MAX_LENGTH } from './proof/item';
import { REASON_MAX_LENGTH } from './second-look/answer';
import { ASKED_NAME_MAX_LENGTH, MAY_SEE } from './second-look/ask';
import { SHARED_KINDS, SHARED_PARTS } from './share/kinds';
import { LONGEST_SHARED_DAYS, SHARED_NAME_MAX_LENGTH } from './share/share';

// What an account's data file holds of proof: evidence, second looks, pages that were shared and the links to them.

/** Skills of one second look, and what was agreed on in all the talks about it. */
const MOST_SKILLS = 200;
const MOST_AGREED = 5_000;
const SOURCE_MAX_LENGTH = 250;

const levelSchema = z.literal(LEVELS);
const canDosSchema = z.array(idSchema).max(MOST_IDS);
const exceptionsShape = { also: canDosSchema.optional(), except: canDosSchema.optional() };

export const evidenceDataSchema = z.strictObject({
  id: idSchema,
  career: idSchema,
  title: z.string().max(TITLE_MAX_LENGTH),
  day: daySchema,
  text: z.string().max(EVIDENCE_TEXT_MAX_LENGTH).nullable().default(null),
  url: linkSchema.nullable().default(null),
  canDos: canDosSchema.nullable().default(null),
  source: z
    .string()
    .max(SOURCE_MAX_LENGTH)
    .regex(/^(?:skill|step)\/./)
    .nullable()
    .default(null),
  sourceText: z.string().max(EVIDENCE_MAX_LENGTH).nullable().default(null),
  sourceLevel: levelSchema.nullable().default(null),
  createdAt: instantSchema,
  changedAt: instantSchema,
  removedAt: instantSchema.nullable().default(null),
});

const givenAnswerDataSchema = z.strictObject({
  skill: idSchema,
  level: levelSchema.nullable(),
  ...exceptionsShape,
  reason: z.string().max(REASON_MAX_LENGTH).nullable().default(null),
  ownSince: instantSchema,
  firstAt: instantSchema,
  changedAt: instantSchema,
});

const agreedDataSchema = z.strictObject({
  id: idSchema,
  skill: idSchema,
  level: levelSchema,
  ...exceptionsShape,
  catalogue: z.string().max(200),
  agreedAt: instantSchema,
});

/** A second look that was asked for, with what was given to the person and what they agreed on. Its link is not in it. */
export const secondLookDataSchema = z.strictObject({
  id: idSchema,
  career: idSchema,
  name: z.string().max(ASKED_NAME_MAX_LENGTH),
  sees: z.array(z.enum(MAY_SEE)).max(MAY_SEE.length),
  skills: z.array(idSchema).max(MOST_SKILLS),
  until: daySchema,
  createdAt: instantSchema,
  endsAt: instantSchema,
  closedAt: instantSchema.nullable().default(null),
  answers: z
    .array(givenAnswerDataSchema)
    .max(MOST_SKILLS)
    .refine((answers) => new Set(answers.map(({ skill }) => skill)).size === answers.length, {
      error: 'A second look answers each skill once.',
    })
    .default([]),
  agreed: z.array(agreedDataSchema).max(MOST_AGREED).default([]),
});

/** Openings of one page: a day more than it may be open, since a day ends elsewhere at another time. */
const MOST_OPENINGS = LONGEST_SHARED_DAYS + 2;
const MOST_TIMES_OPENED = 1_000_000_000;

/** A page that was shared, with the days on which it was opened. Its link is not in it. */
export const sharedPageDataSchema = z.strictObject({
  id: idSchema,
  career: idSchema,
  name: z.string().max(SHARED_NAME_MAX_LENGTH),
  kind: z.enum(SHARED_KINDS),
  parts: z.array(z.enum(SHARED_PARTS)).max(SHARED_PARTS.length),
  since: daySchema.nullable().default(null),
  until: daySchema,
  createdAt: instantSchema,
  endsAt: instantSchema,
  closedAt: instantSchema.nullable().default(null),
  openings: z
    .array(z.strictObject({ day: daySchema, count: z.int().min(1).max(MOST_TIMES_OPENED) }))
    .max(MOST_OPENINGS)
    .refine((openings) => new Set(openings.map(({ day }) => day)).size === openings.length, {
      error: 'Each day stands here once.',
    })
    .default([]),
});

/** A link that works, without its secret; a file brings none. */
export const linkDataSchema = z.strictObject({
  purpose: z.string().max(50),
  of: idSchema.nullable().default(null),
  createdAt: instantSchema,
  expiresAt: instantSchema.nullable().default(null),
});

export type EvidenceData = z.infer<typeof evidenceDataSchema>;
export type SecondLookData = z.infer<typeof secondLookDataSchema>;
export type SharedPageData = z.infer<typeof sharedPageDataSchema>;
export type LinkData = z.infer<typeof linkDataSchema>;
