import { z } from 'zod';
import {
  crosswalkFileSchema,
  examplesFileSchema,
  idSchema,
  levelSchema,
  priceSchema,
  rangeSchema,
  ratesFileSchema,
  salariesFileSchema,
  sourcesSchema,
  textSchema,
} from '../catalogue';

// The second edition of a career folder: levels made of can-dos, posts, and steps that teach can-dos.

/** The five kinds of step; the jobs that were entry roles in the first edition are posts. */
const STEP_KINDS = ['degree', 'certification', 'course', 'project', 'practice'] as const;
/** How what a step teaches is shown, from not at all to work that others rely on. */
const ASSESSMENTS = ['none', 'quiz', 'hands-on', 'work'] as const;
/** How a fact is known: from its provider or a public body, from somebody else, or thought by us. */
const EVIDENCE_KINDS = ['official', 'independent', 'estimate'] as const;
const PLATFORMS = ['aws', 'azure', 'google-cloud', 'other'] as const;
/** Ranks of posts from 0 (trainee, help desk) to 5 (principal). */
const RANKS = [0, 1, 2, 3, 4, 5] as const;

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
const regionSchema = z.enum(['UK', 'US', 'EU', 'any']);
const rankSchema = z.literal(RANKS);
const idsSchema = z.array(idSchema);
const basisSchema = z.enum(['source', 'editorial']);
const fileHead = { schema: z.literal(2), compiled: z.iso.date(), note: textSchema };

const canDoSchema = z.strictObject({
  id: idSchema,
  topic: idSchema,
  text: textSchema,
  after: idsSchema.max(3),
  atWork: z.boolean(),
});

const topicSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  description: textSchema,
  basis: z.array(textSchema).min(1),
});

const skillSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  kind: z.enum(['technical', 'workplace']),
  description: textSchema,
  levels: z
    .array(
      z.strictObject({ level: levelSchema, descriptor: textSchema, canDo: z.array(canDoSchema).optional() }),
    )
    .length(6),
  topics: z.array(topicSchema).min(3),
  sources: sourcesSchema,
});

const skillsFileSchema = z.strictObject({
  ...fileHead,
  scale: z.array(z.strictObject({ level: levelSchema, name: textSchema, meaning: textSchema })).length(6),
  scaleAlignment: z.strictObject({
    note: textSchema,
    rows: z.array(
      z.strictObject({ level: levelSchema, dreyfus: textSchema, sfia: textSchema, ecf: textSchema }),
    ),
    sources: sourcesSchema,
  }),
  skills: z.array(skillSchema).min(1),
});

const roleSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  group: z.enum(['ladder', 'related']),
  rung: z.number().int().positive().nullable(),
  track: z.enum(['individual', 'management']).nullable(),
  description: textSchema,
  targets: z.record(idSchema, levelSchema),
  targetBasis: textSchema,
  rationale: textSchema,
  sources: sourcesSchema,
});

const rolesFileSchema = z.strictObject({
  ...fileHead,
  peopleSkills: idsSchema,
  roles: z.array(roleSchema).min(1),
  changes: z.array(
    z.strictObject({ role: idSchema, skill: idSchema, from: levelSchema, to: levelSchema, why: textSchema }),
  ),
});

const familiesSchema = z.union([z.literal('any'), idsSchema.min(1)]);
const weeksSchema = z.number().int().positive();

/** One way to meet what is asked: weeks in posts of families and least rank, in posts named, a holding, a step. */
const experienceOptionSchema = z.union([
  z.strictObject({ families: familiesSchema, minRank: rankSchema, weeks: weeksSchema }),
  z.strictObject({ posts: idsSchema.min(1), weeks: weeksSchema }),
  z.strictObject({ holding: idSchema }),
  z.strictObject({ step: idSchema }),
]);
const experienceSchema = z.array(
  z.strictObject({ label: textSchema, anyOf: z.array(experienceOptionSchema).min(1) }),
);

const postSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  family: idSchema,
  rank: rankSchema,
  /** The technical skills that it leans on most, the strongest first. */
  leansOn: idsSchema,
  role: idSchema.nullable(),
  region: regionSchema,
  hireAt: z.strictObject({ canDo: idsSchema, experience: experienceSchema }).nullable(),
  /** So many of these finished steps are asked for before the search begins. */
  asksToSee: z.strictObject({ count: z.int().positive(), of: idsSchema.min(1) }).nullable(),
  tenureWeeks: weeksSchema,
  searchWeeks: weeksSchema,
  teaches: idsSchema.min(1),
  apprenticeship: z.boolean(),
  holding: idSchema.nullable(),
  holdingMeans: z.enum(['rules-out', 'asked']).nullable(),
  leads: z.boolean(),
  offered: z.boolean(),
  countsAs: idSchema.nullable(),
  description: textSchema,
  howToGet: textSchema.nullable(),
  basis: basisSchema,
  sources: sourcesSchema,
});

const postsFileSchema = z.strictObject({
  ...fileHead,
  /** How long looking for a post takes, and how that is known. */
  search: z.strictObject({
    weeks: weeksSchema,
    known: z.enum(EVIDENCE_KINDS),
    why: textSchema,
    sources: sourcesSchema,
  }),
  changes: z.array(z.strictObject({ from: idSchema, to: idSchema, why: textSchema })),
  families: z.array(z.strictObject({ id: idSchema, name: textSchema, movesTo: idsSchema })).min(1),
  posts: z.array(postSchema).min(1),
});

const stepSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(STEP_KINDS),
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
  platform: z.enum(PLATFORMS).nullable(),
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

const formalFileSchema = z.strictObject({
  ...fileHead,
  movedToPosts: idsSchema,
  steps: z.array(stepSchema),
});
const learningFileSchema = z.strictObject({ ...fileHead, steps: z.array(stepSchema) });

const byRole = <T extends z.ZodType>(schema: T) => z.record(idSchema, schema);

const holdingSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  grantedBy: z.strictObject({ steps: idsSchema, posts: idsSchema }),
  readAs: z
    .strictObject({ post: idSchema, weeks: z.number().int().nonnegative(), current: z.boolean() })
    .nullable(),
});

const requirementsFileSchema = z.strictObject({
  ...fileHead,
  holdings: z.array(holdingSchema).min(1),
  experience: byRole(experienceSchema),
  certification: z.strictObject({
    label: textSchema,
    heldBy: idsSchema,
    askedBy: idsSchema,
    anyOfByRole: byRole(z.array(idsSchema.min(1)).min(1)),
    basis: basisSchema,
    sources: sourcesSchema,
  }),
  notAsked: byRole(
    z.array(z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'a can-do, or a skill and its topic')),
  ),
  alsoAsked: byRole(idsSchema),
  /** Why a role asks for more than its levels do; null where it does not. */
  alsoAskedWhy: byRole(textSchema.nullable()),
  basis: basisSchema,
  sources: sourcesSchema,
});

/** The files of the second edition by name without the ending; steps stand in two, by who assesses them. */
export const secondEditionFilesSchema = z.strictObject({
  skills: skillsFileSchema,
  roles: rolesFileSchema,
  posts: postsFileSchema,
  'steps-formal': formalFileSchema,
  'steps-learning': learningFileSchema,
  requirements: requirementsFileSchema,
  salaries: salariesFileSchema,
  crosswalk: crosswalkFileSchema,
  rates: ratesFileSchema,
  examples: examplesFileSchema,
});
export type SecondEditionFiles = z.infer<typeof secondEditionFilesSchema>;

export type Skill = z.infer<typeof skillSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Post = z.infer<typeof postSchema>;
export type Family = SecondEditionFiles['posts']['families'][number];
export type Step = z.infer<typeof stepSchema>;
export type Evidence = NonNullable<z.infer<typeof evidenceSchema>>;
export type Holding = z.infer<typeof holdingSchema>;
export type Certification = SecondEditionFiles['requirements']['certification'];
/** What is asked beside can-dos, each met by one of its options. */
export type Experience = z.infer<typeof experienceSchema>[number];
export type ExperienceOption = z.infer<typeof experienceOptionSchema>;
