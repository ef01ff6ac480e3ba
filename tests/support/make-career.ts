import { buildCareer } from '@/lib/domain/build-career';
import { type Career, LEVELS, type Price, type StepKind } from '@/lib/domain/catalogue';

/** What a made-up step says; the rest of a catalogue entry is filled with plain values. */
export type StepDraft = {
  id: string;
  kind?: StepKind;
  /** Skill id, from, to. */
  raises: readonly (readonly [string, number, number])[];
  hours?: number | null;
  weeks?: number | null;
  cost?: Price | null;
  estimate?: Price | null;
  prerequisites?: readonly string[];
  region?: 'UK' | 'US' | 'any';
  status?: 'active' | 'retired';
};

export type RequirementDraft = {
  id: string;
  heldBy?: readonly string[];
  anyOf?: readonly (readonly string[])[];
  anyOfByRole?: Readonly<Record<string, readonly (readonly string[])[]>>;
};

export type CareerDraft = {
  id?: string;
  skills: readonly string[];
  /** Targets by role id, then by skill id; a skill left out has target 0. */
  roles: Readonly<Record<string, Readonly<Record<string, number>>>>;
  steps: readonly StepDraft[];
  requirements?: readonly RequirementDraft[];
  /** Requirement ids by role id; a role left out asks for all. */
  asked?: Readonly<Record<string, readonly string[]>>;
  holdings?: readonly string[];
  occupation?: readonly string[];
  needsHolding?: Readonly<Record<string, readonly string[]>>;
  needsPost?: readonly string[];
  postHeldBy?: readonly string[];
  postFrom?: readonly string[];
  rates?: Readonly<Record<'GBP' | 'USD' | 'EUR', number>>;
};

const sources = [{ title: 'Made up', document: 'made up', seen: null }];
const head = { schema: 1, compiled: '2026-11-01', note: 'Made up.' };

/** Makes a whole career of a draft; it passes through buildCareer, so a draft that does not fit together throws. */
export function makeCareer(draft: CareerDraft): Career {
  const roleIds = Object.keys(draft.roles);
  const requirements = draft.requirements ?? [];
  const files = {
    skills: {
      ...head,
      scale: LEVELS.map((level) => ({ level, name: `Level ${level}`, meaning: 'Made up.' })),
      scaleAlignment: { note: 'Made up.', rows: [], sources },
      skills: draft.skills.map(makeSkill),
    },
    roles: {
      ...head,
      peopleSkills: [],
      roles: roleIds.map((id) => ({
        id,
        title: `Role ${id}`,
        group: 'related',
        rung: null,
        track: null,
        description: 'Made up.',
        targets: Object.fromEntries(draft.skills.map((skill) => [skill, draft.roles[id]?.[skill] ?? 0])),
        targetBasis: 'Made up.',
        rationale: 'Made up.',
        sources,
      })),
    },
    steps: { ...head, steps: draft.steps.map(makeStep) },
    salaries: { ...head, salaries: [] },
    crosswalk: { ...head, frameworks: ['Made up'], crosswalk: [] },
    requirements: {
      ...head,
      holdings: (draft.holdings ?? []).map((id) => ({ id, label: `Holding ${id}` })),
      requirements: requirements.map(({ heldBy = [], ...rest }) => ({
        section: 'certification',
        label: `Requirement ${rest.id}`,
        heldBy,
        ...rest,
        sources,
      })),
      roles: Object.fromEntries(
        roleIds.map((id) => [id, draft.asked?.[id] ?? requirements.map((requirement) => requirement.id)]),
      ),
      steps: {
        note: 'Made up.',
        occupation: draft.occupation ?? [],
        needsHolding: draft.needsHolding ?? {},
        needsPost: draft.needsPost ?? [],
        postHeldBy: draft.postHeldBy ?? [],
        postFrom: draft.postFrom ?? [],
      },
    },
    rates: {
      ...head,
      base: 'GBP',
      perUnit: draft.rates ?? { GBP: 1, USD: 0.77, EUR: 0.86 },
      basis: 'editorial',
    },
  };
  return buildCareer({ id: draft.id ?? 'made-up', version: 'f'.repeat(64), files });
}

function makeSkill(id: string) {
  return {
    id,
    name: `Skill ${id}`,
    kind: 'technical',
    description: 'Made up.',
    levels: LEVELS.map((level) => ({ level, descriptor: `Made up ${level}.` })),
    topics: [],
    sources,
  };
}

function makeStep(step: StepDraft) {
  const estimate = step.estimate ?? null;
  return {
    id: step.id,
    kind: step.kind ?? 'course',
    title: `Step ${step.id}`,
    provider: 'Nobody',
    description: 'Made up.',
    url: null,
    urlOpened: null,
    effortHours: null,
    effortRange: null,
    durationWeeks: null,
    durationRange: null,
    cost: step.cost ?? null,
    costNote: null,
    costEvidence: step.cost ? 'official' : null,
    validityMonths: null,
    validityEvidence: null,
    expires: null,
    prerequisites: step.prerequisites ?? [],
    recommended: [],
    raises: step.raises.map(([skill, from, to]) => ({ skill, from, to })),
    planning: {
      hours: step.hours === undefined ? 1 : step.hours,
      weeks: step.weeks ?? null,
      basis: 'editorial',
      cost: estimate ? { ...estimate, basis: 'editorial' } : null,
    },
    status: step.status ?? 'active',
    statusNote: null,
    region: step.region ?? 'any',
    notes: null,
    sources,
  };
}
