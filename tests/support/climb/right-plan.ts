import type { PlanDocument, PlanStep } from '@/lib/domain/climb/document';
import { type Profile, profileSchema } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import type { ClimbCareerDraft } from './make-climb-career';

/** A career so small that its best plan is found by hand: help first, then engineer. */
export const DRAFT: ClimbCareerDraft = {
  canDos: {
    craft: [
      ['begin', 1, []],
      ['go-on', 2, ['begin']],
      ['build', 3, ['go-on']],
      ['lead', 4, ['build']],
    ],
    talk: [
      ['ask', 1, []],
      ['chair', 2, ['ask']],
    ],
  },
  atWork: ['lead'],
  families: { help: ['make', 'office'], make: [], office: [] },
  roles: { engineer: { craft: 3, talk: 1 } },
  posts: [
    {
      id: 'helper',
      family: 'help',
      hireAt: ['begin'],
      asksToSee: { count: 1, of: ['first-things'] },
      teaches: ['chair', 'lead'],
    },
    { id: 'clerk', family: 'office', rank: 1, hireAt: ['begin'], teaches: ['chair'] },
    { id: 'senior-helper', family: 'help', rank: 2, hireAt: ['begin'], teaches: ['chair'] },
    { id: 'trainee', family: 'help', hireAt: ['begin'], teaches: ['chair'], apprenticeship: true },
    { id: 'engineer', family: 'make', rank: 1, role: 'engineer', teaches: ['lead'] },
  ],
  steps: [
    { id: 'first-things', kind: 'project', teaches: ['begin'], hours: 6, weeks: 2 },
    {
      id: 'next-things',
      teaches: ['go-on'],
      hours: 8,
      cost: { amount: 50, currency: 'GBP', per: 'total' },
    },
    {
      id: 'dear-things',
      teaches: ['go-on'],
      hours: 8,
      cost: { amount: 60, currency: 'GBP', per: 'total' },
    },
    {
      id: 'exam',
      kind: 'certification',
      teaches: ['build'],
      hours: 10,
      cost: { amount: 100, currency: 'USD', per: 'total' },
    },
    { id: 'building', kind: 'project', teaches: ['build'], hours: 5 },
    {
      id: 'questions',
      kind: 'practice',
      teaches: ['ask'],
      hours: 4,
      weeks: 2,
      atWork: true,
      assessed: 'work',
      needs: { post: { families: 'any', rank: 0 } },
    },
  ],
  experience: {
    engineer: [
      {
        label: 'Six weeks of help',
        anyOf: [{ families: ['help'], minRank: 0, weeks: 6 }, { holding: 'paper' }],
      },
    ],
  },
  certificates: { engineer: [['exam']] },
};

export const START = '2026-12-07';

export const PROFILE: Profile = profileSchema.parse({
  career: 'made-up',
  role: 'engineer',
  levels: { craft: 0, talk: 0 },
  preferences: { start: START },
});

type Told = Partial<PlanStep> & { id: string; startWeek: number; hoursByWeek: number[]; teaches: string[] };

function makeStep(told: Told): PlanStep {
  const weeks = told.hoursByWeek.length;
  return {
    kind: 'course',
    title: `Step ${told.id}`,
    url: null,
    weeks,
    start: addDays(START, told.startWeek * 7),
    finish: addDays(START, (told.startWeek + weeks) * 7 - 1),
    hours: told.hoursByWeek.reduce((sum, hours) => sum + hours, 0),
    pool: 'own',
    cost: { amount: 0, currency: 'GBP' },
    reaches: [],
    raises: [],
    after: [],
    why: ['It is asked for.'],
    status: 'todo',
    ...told,
  };
}

function reach(skill: string, level: 1 | 2 | 3): Pick<PlanStep, 'reaches' | 'raises'> {
  const from = ([0, 1, 2] as const)[level - 1] ?? 0;
  return { reaches: [{ skill, level }], raises: [{ skill, from, to: level }] };
}

const STEPS: PlanStep[] = [
  makeStep({
    id: 'first-things',
    kind: 'project',
    startWeek: 0,
    hoursByWeek: [3, 3],
    teaches: ['begin'],
    ...reach('craft', 1),
  }),
  makeStep({
    id: 'next-things',
    startWeek: 2,
    hoursByWeek: [8],
    teaches: ['go-on'],
    cost: { amount: 50, currency: 'GBP' },
    after: ['first-things'],
    ...reach('craft', 2),
  }),
  makeStep({
    id: 'exam',
    kind: 'certification',
    startWeek: 3,
    hoursByWeek: [10],
    teaches: ['build'],
    cost: { amount: 100, currency: 'USD' },
    after: ['next-things'],
    ...reach('craft', 3),
  }),
  makeStep({
    id: 'questions',
    kind: 'practice',
    startWeek: 4,
    hoursByWeek: [2, 2],
    pool: 'work',
    teaches: ['ask'],
    ...reach('talk', 1),
  }),
];

/** The best plan of the small career: two weeks of study, two of looking, six as a helper. */
export const DOCUMENT: PlanDocument = {
  format: 'rung-plan',
  version: 2,
  career: 'made-up',
  careerEdition: 2,
  catalogue: 'f'.repeat(64),
  role: 'engineer',
  profile: PROFILE,
  status: 'feasible',
  bound: [300, 0, 0],
  totals: {
    weeks: 10,
    finish: '2027-02-14',
    hours: 24,
    workHours: 4,
    cost: { amount: 127, currency: 'GBP', approximate: true, estimated: [] },
    steps: 4,
    bestWeeks: 4,
  },
  gaps: [
    { skill: 'craft', level: 0, target: 3 },
    { skill: 'talk', level: 0, target: 1 },
  ],
  requirements: [
    { id: 'certification', by: ['exam'] },
    { id: 'experience', by: ['helper'] },
  ],
  stages: [
    {
      post: null,
      until: 'helper',
      startWeek: 0,
      weeks: 4,
      status: 'optimal',
      bound: [60, 4, 1],
      bestWeeks: 2,
      steps: ['first-things', 'next-things', 'exam'],
    },
    {
      post: 'helper',
      until: 'engineer',
      startWeek: 4,
      weeks: 6,
      status: 'feasible',
      bound: null,
      bestWeeks: 2,
      steps: ['questions'],
    },
  ],
  ways: [{ posts: ['helper'], weeks: 10, cost: 127, hours: 24, chosen: true }],
  steps: STEPS,
  assumptions: [],
};
