import { z } from 'zod';
import { idSchema, levelSchema } from '../catalogue';
import { crosswalkFileSchema, examplesFileSchema, ratesFileSchema, salariesFileSchema } from './fact-schemas';
import {
  basisSchema,
  EVIDENCE_KINDS,
  familiesSchema,
  fileHead,
  idsSchema,
  rankSchema,
  regionSchema,
  SYSTEMS,
  sourcesSchema,
  textSchema,
  weeksSchema,
} from './schema-parts';
import { stepSchema } from './step-schema';

// A career folder: levels made of can-dos, posts, and steps that teach can-dos.

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
  /** The make of system that it is bound to; null where it is open to all. */
  system: z.enum(SYSTEMS).nullable(),
  description: textSchema,
  howToGet: textSchema.nullable(),
  basis: basisSchema,
  sources: sourcesSchema,
});

/** What else somebody looks for or minds while they look for a post, and whom it is for. */
const doorSchema = z.strictObject({
  id: idSchema,
  /** The posts that are looked for. */
  posts: z.union([z.literal('any'), idsSchema.min(1)]),
  /** A holding that must be held, and those that must not. */
  holding: idSchema.nullable(),
  without: idsSchema,
  /** Whether it is for the first post of a plan alone: a break or a dismissal is over then. */
  beforeMoving: z.boolean(),
  regions: z.array(regionSchema).min(1).nullable(),
  /** The posts held so far: none, one of a family, or whatever. */
  held: z.union([z.literal('none'), idSchema]).nullable(),
  text: textSchema,
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
  doors: z.array(doorSchema),
  posts: z.array(postSchema).min(1),
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

/** The files of a career folder by name without the ending; steps stand in two, by who assesses them. */
export const careerFilesSchema = z.strictObject({
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
export type CareerFiles = z.infer<typeof careerFilesSchema>;

export type Skill = z.infer<typeof skillSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Post = z.infer<typeof postSchema>;
export type Family = CareerFiles['posts']['families'][number];
export type Step = z.infer<typeof stepSchema>;
export type Holding = z.infer<typeof holdingSchema>;
export type Certification = CareerFiles['requirements']['certification'];
/** What is asked beside can-dos, each met by one of its options. */
export type Experience = z.infer<typeof experienceSchema>[number];
export type ExperienceOption = z.infer<typeof experienceOptionSchema>;
