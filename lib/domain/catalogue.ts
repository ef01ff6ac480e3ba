import { z } from 'zod';

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is words in lower case joined by hyphens');
export const textSchema = z.string().trim().min(1);
const dateSeenSchema = z.string().regex(/^\d{4}(-\d{2}){0,2}$/);
const currencySchema = z.enum(['GBP', 'USD', 'EUR']);
const evidenceSchema = z.enum(['official', 'third-party']).nullable();

/** Levels of ability from 0 (none) to 5 (shaping). */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;
export const levelSchema = z.literal(LEVELS);
export type Level = z.infer<typeof levelSchema>;

/** The six kinds of step, in the order in which a plan shows them. */
export const STEP_KINDS = ['degree', 'certification', 'entry-role', 'course', 'project', 'practice'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const sourceSchema = z
  .strictObject({
    title: textSchema,
    url: z.url().optional(),
    document: textSchema.optional(),
    repository: textSchema.optional(),
    path: textSchema.optional(),
    seen: dateSeenSchema.nullable(),
  })
  .refine((source) => source.url || source.document || (source.repository && source.path), {
    error: 'a source needs a url, a document, or a repository with a path',
  });
export const sourcesSchema = z.array(sourceSchema).min(1);

const fileHead = { schema: z.literal(1), compiled: z.iso.date(), note: textSchema };

const skillSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  kind: z.enum(['technical', 'workplace']),
  description: textSchema,
  levels: z.array(z.strictObject({ level: levelSchema, descriptor: textSchema })).length(6),
  topics: z.array(
    z.strictObject({
      id: idSchema,
      name: textSchema,
      description: textSchema,
      basis: z.array(textSchema).min(1),
    }),
  ),
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
  peopleSkills: z.array(idSchema),
  roles: z.array(roleSchema).min(1),
});

export const rangeSchema = z
  .strictObject({ low: z.number().positive(), high: z.number().positive().nullable() })
  .refine((range) => range.high === null || range.high >= range.low, { error: 'a range rises' })
  .nullable();

export const priceSchema = z.strictObject({
  amount: z.number().nonnegative(),
  currency: currencySchema,
  per: z.enum(['total', 'year', 'month']),
});

const stepSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(STEP_KINDS),
  title: textSchema,
  provider: textSchema,
  description: textSchema,
  url: z.url({ protocol: /^https?$/ }).nullable(),
  urlOpened: z.boolean().nullable(),
  effortHours: z.number().positive().nullable(),
  effortRange: rangeSchema,
  durationWeeks: z.number().positive().nullable(),
  durationRange: rangeSchema,
  cost: priceSchema.nullable(),
  costNote: textSchema.nullable(),
  costEvidence: evidenceSchema,
  validityMonths: z.number().int().positive().nullable(),
  validityEvidence: evidenceSchema,
  expires: z.boolean().nullable(),
  prerequisites: z.array(idSchema),
  recommended: z.array(idSchema),
  raises: z
    .array(
      z
        .strictObject({ skill: idSchema, from: levelSchema, to: levelSchema })
        .refine((raise) => raise.from < raise.to, { error: 'a raise goes up' }),
    )
    .min(1),
  planning: z.strictObject({
    hours: z.number().int().nonnegative().nullable(),
    weeks: z.number().int().positive().nullable(),
    basis: z.enum(['source', 'editorial']),
    cost: z.strictObject({ ...priceSchema.shape, basis: z.enum(['source', 'editorial']) }).nullable(),
  }),
  status: z.enum(['active', 'retired']),
  statusNote: textSchema.nullable(),
  region: z.enum(['UK', 'US', 'any']),
  notes: textSchema.nullable(),
  sources: sourcesSchema,
});

const stepsFileSchema = z.strictObject({ ...fileHead, steps: z.array(stepSchema) });

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

const requirementSchema = z
  .strictObject({
    id: idSchema,
    section: z.enum(['degree', 'certification', 'entry-role']),
    label: textSchema,
    heldBy: z.array(idSchema),
    anyOf: z.array(z.array(idSchema).min(1)).optional(),
    anyOfByRole: z.record(idSchema, z.array(z.array(idSchema).min(1)).min(1)).optional(),
    sources: sourcesSchema,
  })
  .refine((requirement) => Boolean(requirement.anyOf) !== Boolean(requirement.anyOfByRole), {
    error: 'a requirement has anyOf or anyOfByRole, not both',
  });

const requirementsFileSchema = z.strictObject({
  ...fileHead,
  holdings: z.array(z.strictObject({ id: idSchema, label: textSchema })),
  requirements: z.array(requirementSchema),
  roles: z.record(idSchema, z.array(idSchema)),
  steps: z.strictObject({
    note: textSchema,
    occupation: z.array(idSchema),
    needsHolding: z.record(idSchema, z.array(idSchema).min(1)),
    needsPost: z.array(idSchema),
    postHeldBy: z.array(idSchema),
    postFrom: z.array(idSchema),
  }),
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

/** The seven files of a career folder, by name without the ending, and the examples, which it may do without. */
export const careerFilesSchema = z.strictObject({
  skills: skillsFileSchema,
  roles: rolesFileSchema,
  steps: stepsFileSchema,
  salaries: salariesFileSchema,
  crosswalk: crosswalkFileSchema,
  requirements: requirementsFileSchema,
  rates: ratesFileSchema,
  examples: examplesFileSchema.optional(),
});
export type CareerFiles = z.infer<typeof careerFilesSchema>;

export type Source = z.infer<typeof sourceSchema>;
export type Skill = z.infer<typeof skillSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Step = z.infer<typeof stepSchema>;
export type Price = z.infer<typeof priceSchema>;
export type Salary = z.infer<typeof salarySchema>;
export type Crosswalk = CareerFiles['crosswalk']['crosswalk'][number];
export type Requirement = z.infer<typeof requirementSchema>;
export type Holding = CareerFiles['requirements']['holdings'][number];
export type Currency = z.infer<typeof currencySchema>;
export type Rates = CareerFiles['rates'];
/** An invented person to try the scale on, with the level that the story was written for. */
export type Example = z.infer<typeof examplesFileSchema>['examples'][number];
export type Scale = CareerFiles['skills']['scale'];

/** A step that a person wrote, as far as the planner needs it. Hours and weeks are whole; no cost is free. */
export type OwnStepFacts = {
  id: string;
  kind: StepKind;
  title: string;
  url: string | null;
  hours: number;
  weeks: number;
  cost: { amount: number; currency: Currency } | null;
  raises: readonly { skill: string; from: Level; to: Level }[];
  prerequisites: readonly string[];
  retiredAt: string | null;
};

/** A career folder, checked and indexed. `version` is the SHA-256 of the folder as contract.md defines it. */
export type Career = {
  id: string;
  version: string;
  compiled: string;
  scale: Scale;
  scaleAlignment: CareerFiles['skills']['scaleAlignment'];
  skills: readonly Skill[];
  roles: readonly Role[];
  steps: readonly Step[];
  salaries: readonly Salary[];
  crosswalk: readonly Crosswalk[];
  holdings: readonly Holding[];
  requirements: readonly Requirement[];
  /** Requirement ids by role id. */
  requirementsOf: Readonly<Record<string, readonly string[]>>;
  traits: CareerFiles['requirements']['steps'];
  rates: Rates;
  examples: readonly Example[];
  skillById: ReadonlyMap<string, Skill>;
  roleById: ReadonlyMap<string, Role>;
  stepById: ReadonlyMap<string, Step>;
  /** A person's own steps among `steps`; the catalogue itself has none. */
  ownSteps: readonly OwnStepFacts[];
  holdingById: ReadonlyMap<string, Holding>;
};
