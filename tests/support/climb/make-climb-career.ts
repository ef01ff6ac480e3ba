import { buildCareer } from '@/lib/domain/career/build-career';
import type { Career } from '@/lib/domain/career/career';
import { type CareerFiles, careerFilesSchema } from '@/lib/domain/career/schema';
import { LEVELS } from '@/lib/domain/lists';

type Post = CareerFiles['posts']['posts'][number];
type Step = CareerFiles['steps-learning']['steps'][number];
type Role = CareerFiles['roles']['roles'][number];

export type PostDraft = { id: string; family: string; teaches: string[] } & Partial<Omit<Post, 'hireAt'>> & {
    hireAt?: string[];
    experience?: NonNullable<Post['hireAt']>['experience'];
  };
export type ClimbStepDraft = { id: string; teaches: string[]; hours: number } & Partial<
  Omit<Step, 'needs'>
> & {
    weeks?: number;
    needs?: Partial<Step['needs']>;
  };

/** A small career: can-dos as `[id, level, after]` by skill, and entries filled in with plain values. */
export type ClimbCareerDraft = {
  canDos: Record<string, readonly (readonly [id: string, level: number, after: readonly string[]])[]>;
  families: Record<string, readonly string[]>;
  roles: Record<string, Role['targets']>;
  posts: readonly PostDraft[];
  steps: readonly ClimbStepDraft[];
  experience: CareerFiles['requirements']['experience'];
  certificates?: Record<string, string[][]>;
  holdings?: Record<string, { steps: string[]; posts: string[] }>;
  atWork?: readonly string[];
};

const sources = [{ title: 'Made up', document: 'made up', seen: null }];
const head = { schema: 2, compiled: '2026-11-01', note: 'Made up.' };
const first = { ...head, schema: 1 };

/** Builds the career through the schema and the checks of every career, so a draft that does not fit together throws. */
export function makeClimbCareer(draft: ClimbCareerDraft): Career {
  const ofRoles = <T>(value: T) => Object.fromEntries(Object.keys(draft.roles).map((id) => [id, value]));
  const certificates = draft.certificates ?? {};
  const files = careerFilesSchema.parse({
    skills: {
      ...head,
      scale: LEVELS.map((level) => ({ level, name: `Level ${level}`, meaning: 'Made up.' })),
      scaleAlignment: { note: 'Made up.', rows: [], sources },
      skills: Object.entries(draft.canDos).map((entry) => makeSkill(entry, draft.atWork ?? [])),
    },
    roles: { ...head, peopleSkills: [], roles: Object.entries(draft.roles).map(makeRole), changes: [] },
    posts: {
      ...head,
      search: { weeks: 2, known: 'estimate', why: 'Made up.', sources },
      changes: [],
      doors: [],
      families: Object.entries(draft.families).map(([id, movesTo]) => ({ id, name: id, movesTo })),
      posts: draft.posts.map(makePost),
    },
    'steps-formal': { ...head, movedToPosts: [], steps: [] },
    'steps-learning': { ...head, steps: draft.steps.map(makeStep) },
    requirements: {
      ...head,
      holdings: Object.entries(draft.holdings ?? { paper: { steps: [], posts: [] } }).map(
        ([id, grantedBy]) => ({ id, label: id, grantedBy, readAs: null }),
      ),
      experience: { ...ofRoles([]), ...draft.experience },
      certification: {
        label: 'A certificate',
        heldBy: [],
        askedBy: Object.keys(certificates),
        anyOfByRole: certificates,
        basis: 'editorial',
        sources,
      },
      notAsked: ofRoles([]),
      alsoAsked: ofRoles([]),
      alsoAskedWhy: ofRoles(null),
      basis: 'editorial',
      sources,
    },
    salaries: { ...first, salaries: [] },
    crosswalk: { ...first, frameworks: ['Made up'], crosswalk: [] },
    rates: { ...first, base: 'GBP', perUnit: { GBP: 1, USD: 0.77, EUR: 0.86 }, basis: 'editorial' },
    examples: { ...first, examples: [] },
  });
  return buildCareer({ id: 'made-up', version: 'f'.repeat(64), files });
}

function makeSkill(
  [id, canDos]: [string, ClimbCareerDraft['canDos'][string]],
  atWork: readonly string[],
): unknown {
  return {
    id,
    name: `Skill ${id}`,
    kind: 'technical',
    description: 'Made up.',
    levels: LEVELS.map((level) => ({
      level,
      descriptor: `Made up ${level}.`,
      canDo: canDos
        .filter((canDo) => canDo[1] === level)
        .map(([canDo, , after]) => ({
          id: canDo,
          topic: 'one',
          text: `You can ${canDo}.`,
          after,
          atWork: atWork.includes(canDo),
        })),
    })),
    topics: ['one', 'two', 'three'].map((topic) => ({
      id: topic,
      name: topic,
      description: 'Made up.',
      basis: ['Made up.'],
    })),
    sources,
  };
}

function makeRole([id, targets]: [string, Role['targets']]): unknown {
  return {
    id,
    title: `Role ${id}`,
    group: 'related',
    rung: null,
    track: null,
    description: 'Made up.',
    targets,
    targetBasis: 'Made up.',
    rationale: 'Made up.',
    sources,
  };
}

function makePost({ hireAt, experience = [], ...rest }: PostDraft): unknown {
  return {
    title: `Post ${rest.id}`,
    rank: 0,
    leansOn: [],
    role: null,
    region: 'any',
    hireAt: hireAt ? { canDo: hireAt, experience } : null,
    asksToSee: null,
    tenureWeeks: 8,
    searchWeeks: 2,
    apprenticeship: false,
    holding: null,
    holdingMeans: null,
    leads: false,
    offered: true,
    countsAs: null,
    system: null,
    description: 'Made up.',
    howToGet: null,
    basis: 'editorial',
    sources,
    ...rest,
  };
}

function makeStep({ hours, weeks, needs, ...rest }: ClimbStepDraft): unknown {
  return {
    kind: 'course',
    title: `Step ${rest.id}`,
    provider: 'Nobody',
    description: 'Made up.',
    brief: null,
    url: null,
    urlOpened: null,
    effortHours: null,
    effortRange: null,
    durationWeeks: null,
    durationRange: null,
    cost: null,
    costNote: null,
    validityMonths: null,
    expires: null,
    needs: { canDo: [], steps: [], holding: null, post: null, ...needs },
    assessed: 'hands-on',
    atWork: false,
    fullTime: false,
    platform: null,
    recommended: [],
    planning: { hours, weeks: weeks ?? null, basis: 'editorial', cost: null },
    status: 'active',
    statusNote: null,
    availableFrom: null,
    availableUntil: null,
    successor: null,
    region: 'any',
    notes: null,
    evidence: { price: null, length: null, validity: null },
    checked: null,
    sources,
    ...rest,
  };
}
