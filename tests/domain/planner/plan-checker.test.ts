import { describe, expect, it } from 'vitest';
import type { Currency } from '@/lib/domain/catalogue';
import type { PlanDocument, PlanStep } from '@/lib/domain/planner/document';
import { type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { makeCareer, type StepDraft } from '@/tests/support/make-career';
import { checkPlan } from '@/tests/support/plan-checker';
import { isWithin, pricePence } from '@/tests/support/planning-rules';

const career = makeCareer({
  skills: ['build', 'speak'],
  roles: { maker: { build: 2, speak: 1 }, idler: {} },
  steps: [
    {
      id: 'intro',
      raises: [['build', 0, 1]],
      hours: 5,
      weeks: 2,
      cost: { amount: 10, currency: 'USD', per: 'month' },
    },
    { id: 'intro-two', raises: [['build', 0, 1]], hours: 4, weeks: 2 },
    {
      id: 'exam',
      kind: 'certification',
      raises: [['build', 1, 2]],
      hours: 3,
      estimate: { amount: 70.5, currency: 'USD', per: 'total' },
      prerequisites: ['intro'],
    },
    { id: 'talk', kind: 'practice', raises: [['speak', 0, 1]], hours: 2, weeks: 3 },
    { id: 'helper', kind: 'entry-role', raises: [['speak', 0, 1]], hours: null, weeks: 2 },
    { id: 'junior', kind: 'entry-role', raises: [['speak', 0, 1]], hours: null, weeks: 2 },
    {
      id: 'degree-uk',
      kind: 'degree',
      raises: [['build', 0, 1]],
      hours: 900,
      weeks: 26,
      cost: { amount: 9790, currency: 'GBP', per: 'year' },
      region: 'UK',
    },
    { id: 'degree-two', kind: 'degree', raises: [['build', 0, 1]], hours: 900, weeks: 26 },
    { id: 'degree-us', kind: 'degree', raises: [['build', 0, 1]], hours: 900, weeks: 26, region: 'US' },
    { id: 'old', raises: [['build', 0, 1]], status: 'retired' },
    { id: 'members-only', raises: [['build', 0, 1]] },
  ],
  holdings: ['certificate', 'bachelors-related', 'in-post', 'member'],
  requirements: [
    { id: 'certified', heldBy: ['certificate'], anyOf: [['exam']] },
    { id: 'experienced', heldBy: ['in-post'], anyOf: [['helper', 'junior']] },
  ],
  asked: { idler: [] },
  occupation: ['helper', 'junior', 'degree-uk', 'degree-two', 'degree-us'],
  needsHolding: { 'members-only': ['member'] },
  needsPost: ['talk'],
  postHeldBy: ['in-post'],
  postFrom: ['helper', 'junior'],
});

const profile: Profile = profileSchema.parse({
  career: 'made-up',
  role: 'maker',
  levels: { build: 0 },
  preferences: { start: '2026-12-01', hoursPerWeek: 4, maxParallel: 2, optimiseFor: 'balanced' },
});

function place(id: string, parts: Partial<PlanStep>): PlanStep {
  const step = career.stepById.get(id);
  if (!step) throw new Error(`no step ${id}`);
  return {
    id,
    kind: step.kind,
    title: step.title,
    url: step.url,
    startWeek: 0,
    weeks: 1,
    start: '2026-12-01',
    finish: '2026-12-07',
    hours: 0,
    hoursByWeek: [],
    cost: { amount: 0, currency: 'GBP' },
    raises: step.raises,
    after: [],
    why: ['It is needed.'],
    status: 'todo',
    ...parts,
  };
}

/** A sound plan of five weeks; each test spoils a fresh copy of it. */
function makePlan(): PlanDocument {
  return {
    format: 'rung-plan',
    version: 1,
    career: 'made-up',
    catalogue: career.version,
    role: 'maker',
    profile: structuredClone(profile),
    status: 'optimal',
    bound: [61.99, 5, 5],
    totals: {
      weeks: 5,
      finish: '2027-01-04',
      hours: 10,
      cost: { amount: 61.99, currency: 'GBP', approximate: true, estimated: ['exam'] },
      steps: 5,
      bestWeeks: 5,
    },
    gaps: [
      { skill: 'build', level: 0, target: 2 },
      { skill: 'speak', level: 0, target: 1 },
    ],
    requirements: [
      { id: 'certified', by: ['exam'] },
      { id: 'experienced', by: ['helper', 'junior'] },
    ],
    steps: [
      place('intro', {
        weeks: 2,
        finish: '2026-12-14',
        hours: 5,
        hoursByWeek: [2, 3],
        cost: { amount: 10, currency: 'USD' },
      }),
      place('helper', { weeks: 2, finish: '2026-12-14' }),
      place('talk', { weeks: 3, finish: '2026-12-21', hours: 2, hoursByWeek: [1, 1, 0] }),
      place('junior', { startWeek: 2, weeks: 2, start: '2026-12-15', finish: '2026-12-28' }),
      place('exam', {
        startWeek: 3,
        weeks: 2,
        start: '2026-12-22',
        finish: '2027-01-04',
        hours: 3,
        hoursByWeek: [0, 3],
        cost: { amount: 70.5, currency: 'USD' },
        after: ['intro'],
      }),
    ],
    assumptions: ['Skill speak was not rated and counts as 0.'],
  };
}

type Spoil = (plan: PlanDocument, step: (id: string) => PlanStep) => void;

function checkSpoiled(spoil: Spoil, { as = profile }: { as?: Profile } = {}): string[] {
  const plan = makePlan();
  plan.profile = structuredClone(as);
  spoil(plan, (id) => {
    const found = plan.steps.find((step) => step.id === id);
    if (!found) throw new Error(`no planned step ${id}`);
    return found;
  });
  return checkPlan(career, as, plan);
}

function withPreferences(parts: Partial<Profile['preferences']>): Profile {
  return { ...profile, preferences: { ...profile.preferences, ...parts } };
}

/** Adds a step and its share of the totals; only for steps without hours that end within the plan. */
function add(plan: PlanDocument, id: string, parts: Partial<PlanStep>): void {
  plan.steps.push(place(id, parts));
}

describe('checkPlan', () => {
  it('accepts a sound plan', () => {
    expect(checkPlan(career, profile, makePlan())).toEqual([]);
  });

  it('accepts an empty plan where nothing is left to do', () => {
    const idle: Profile = { ...profile, role: 'idler', levels: { build: 0, speak: 0 } };
    const plan: PlanDocument = {
      ...makePlan(),
      role: 'idler',
      profile: idle,
      bound: [0, 0, 0],
      totals: {
        weeks: 0,
        finish: null,
        hours: 0,
        cost: { amount: 0, currency: 'GBP', approximate: false, estimated: [] },
        steps: 0,
        bestWeeks: 0,
      },
      gaps: [],
      requirements: [],
      steps: [],
      assumptions: [],
    };
    expect(checkPlan(career, idle, plan)).toEqual([]);
  });

  it('accepts a requirement met by a holding and a prerequisite replaced by levels', () => {
    const rated: Profile = { ...profile, levels: { build: 1 }, holdings: ['in-post'] };
    const plan = makePlan();
    plan.profile = rated;
    plan.steps = [
      place('exam', {
        hours: 3,
        hoursByWeek: [3],
        cost: { amount: 70.5, currency: 'USD' },
      }),
      place('talk', { weeks: 3, finish: '2026-12-21', hours: 2, hoursByWeek: [0, 1, 1] }),
    ];
    plan.gaps = [
      { skill: 'speak', level: 0, target: 1 },
      { skill: 'build', level: 1, target: 2 },
    ];
    plan.requirements = [
      { id: 'certified', by: ['exam'] },
      { id: 'experienced', by: ['in-post'] },
    ];
    plan.totals = {
      weeks: 3,
      finish: '2026-12-21',
      hours: 5,
      cost: { amount: 54.29, currency: 'GBP', approximate: true, estimated: ['exam'] },
      steps: 2,
      bestWeeks: 3,
    };
    plan.bound = [54.29, 3, 2];
    expect(checkPlan(career, rated, plan)).toEqual([]);
  });

  it.each<[string, Spoil, RegExp]>([
    ['a field too many', (plan) => Object.assign(plan, { extra: 1 }), /^schema: /],
    ['another version of the format', (plan) => Object.assign(plan, { version: 2 }), /^schema: version/],
    [
      'an unknown step',
      (_, step) => Object.assign(step('talk'), { id: 'nothing' }),
      /nothing does not exist/,
    ],
    ['another career', (plan) => Object.assign(plan, { career: 'other' }), /^career: /],
    ['another catalogue', (plan) => Object.assign(plan, { catalogue: 'aa' }), /^catalogue: /],
    ['another role', (plan) => Object.assign(plan, { role: 'idler' }), /^role: /],
    ['another profile', (plan) => Object.assign(plan.profile, { done: ['intro'] }), /^profile: /],
    ['an unrated skill not named', (plan) => Object.assign(plan, { assumptions: [] }), /speak counts as 0/],
    ['an empty assumption', (plan) => plan.assumptions.push(' '), /assumptions: one says nothing/],
    ['a missing gap', (plan) => plan.gaps.pop(), /^gaps: /],
    ['wrong total weeks', (plan) => Object.assign(plan.totals, { weeks: 4 }), /^totals.weeks: 4, not 5/],
    ['a wrong last day', (plan) => Object.assign(plan.totals, { finish: '2027-01-05' }), /^totals.finish/],
    ['wrong total hours', (plan) => Object.assign(plan.totals, { hours: 9 }), /^totals.hours/],
    ['a wrong number of steps', (plan) => Object.assign(plan.totals, { steps: 4 }), /^totals.steps/],
    ['pence rounded down', (plan) => Object.assign(plan.totals.cost, { amount: 61.98 }), /cost.amount/],
    ['another currency', (plan) => Object.assign(plan.totals.cost, { currency: 'EUR' }), /cost.currency/],
    ['an estimate not named', (plan) => Object.assign(plan.totals.cost, { estimated: [] }), /estimated/],
    [
      'a conversion not said',
      (plan) => Object.assign(plan.totals.cost, { approximate: false }),
      /approximate/,
    ],
    ['a wrong kind', (_, step) => Object.assign(step('talk'), { kind: 'project' }), /talk: kind/],
    ['a wrong title', (_, step) => Object.assign(step('talk'), { title: 'Chat' }), /talk: title/],
    ['a wrong address', (_, step) => Object.assign(step('talk'), { url: 'https://x.example' }), /talk: url/],
    ['a wrong first day', (_, step) => Object.assign(step('exam'), { start: '2026-12-21' }), /exam: start/],
    [
      'a wrong last day of a step',
      (_, step) => Object.assign(step('exam'), { finish: '2027-01-05' }),
      /exam: finish/,
    ],
    ['wrong hours', (_, step) => Object.assign(step('talk'), { hours: 3 }), /talk: hours/],
    ['a wrong price', (_, step) => Object.assign(step('exam').cost, { amount: 54.29 }), /exam: cost/],
    ['a wrong raise', (_, step) => Object.assign(step('talk'), { raises: [] }), /talk: raises/],
    [
      'a first time called again',
      (_, step) => Object.assign(step('talk'), { status: 'again' }),
      /talk: status/,
    ],
    ['an empty why', (_, step) => step('talk').why.push(''), /talk: a sentence of why/],
    [
      'an occupation cut short',
      (_, step) => Object.assign(step('junior'), { weeks: 1 }),
      /junior: an occupation of 2/,
    ],
    [
      'an occupation with hours',
      (_, step) => step('junior').hoursByWeek.push(0, 0),
      /junior: an occupation has/,
    ],
    ['a study step too short', (_, step) => Object.assign(step('talk'), { weeks: 2 }), /talk: lasts 2 weeks/],
    ['a week without an entry', (_, step) => step('talk').hoursByWeek.pop(), /talk: 2 weekly entries/],
    [
      'hours missing',
      (_, step) => Object.assign(step('exam'), { hoursByWeek: [0, 2] }),
      /exam: its weeks add up/,
    ],
    [
      'too many hours in a week',
      (_, step) => Object.assign(step('intro'), { hoursByWeek: [1, 4] }),
      /intro: 4 hours/,
    ],
    [
      'hours that are not whole',
      (_, step) => Object.assign(step('intro'), { hoursByWeek: [2.5, 2.5] }),
      /^schema/,
    ],
    [
      'a start below its level',
      (_, step) => Object.assign(step('exam'), { startWeek: 1 }),
      /exam: starts at build 0/,
    ],
    [
      'a start before the prerequisite',
      (_, step) => Object.assign(step('exam'), { startWeek: 1 }),
      /prerequisite intro/,
    ],
    ['work without a post', (plan) => plan.steps.splice(1, 1), /talk: happens at work/],
    [
      'work before the post',
      (_, step) => Object.assign(step('helper'), { startWeek: 1 }),
      /talk: happens at work/,
    ],
    [
      'two occupations at once',
      (_, step) => Object.assign(step('junior'), { startWeek: 1 }),
      /more than one occupation/,
    ],
    [
      'occupations out of order',
      (_, step) => {
        step('helper').startWeek = 2;
        step('junior').startWeek = 0;
      },
      /junior: starts before helper/,
    ],
    ['a step twice', (plan, step) => plan.steps.push(step('talk')), /talk: planned twice/],
    [
      'a step of another region',
      (plan) => add(plan, 'degree-us', { weeks: 26 }),
      /degree-us: is only for region US/,
    ],
    [
      'two degrees',
      (plan) => {
        add(plan, 'degree-uk', { weeks: 26 });
        add(plan, 'degree-two', { weeks: 26 });
      },
      /more than one degree/,
    ],
    ['a retired step', (plan) => add(plan, 'old', { hours: 1, hoursByWeek: [1] }), /old: is not active/],
    ['a closed step', (plan) => add(plan, 'members-only', {}), /members-only: needs one of member/],
    ['a target missed', (plan) => plan.steps.pop(), /build: the plan ends at 1 of 2/],
    ['a requirement not met', (plan) => plan.steps.pop(), /requirement certified: not met/],
    ['a requirement not named', (plan) => plan.requirements.pop(), /experienced: named 0 times/],
    ['half a group', (plan) => plan.requirements[1]?.by.pop(), /experienced: \[helper\] does not meet it/],
    [
      'a holding that nobody holds',
      (plan) => Object.assign(plan.requirements[0] ?? {}, { by: ['certificate'] }),
      /certified: \[certificate\]/,
    ],
    [
      'a requirement not asked',
      (plan) => plan.requirements.push({ id: 'other', by: [] }),
      /other: not asked/,
    ],
    [
      'after naming a stranger',
      (_, step) => step('exam').after.push('members-only'),
      /members-only, which is not in/,
    ],
    ['after naming a later step', (_, step) => step('intro').after.push('exam'), /exam, which ends later/],
    [
      'after naming what does not matter',
      (_, step) => step('exam').after.push('talk'),
      /talk, which it does not need/,
    ],
    ['after naming one twice', (_, step) => step('exam').after.push('intro'), /after names one twice/],
    [
      'after without what brings the level',
      (_, step) => step('exam').after.pop(),
      /nothing that brings build 1/,
    ],
    [
      'after without the prerequisite',
      (_, step) => step('exam').after.pop(),
      /leaves out the prerequisite intro/,
    ],
    ['no best weeks', (plan) => Object.assign(plan.totals, { bestWeeks: null }), /bestWeeks: missing/],
    [
      'a plan longer than its window',
      (plan) => Object.assign(plan.totals, { bestWeeks: 4 }),
      /5 are more than the 4/,
    ],
    [
      'best weeks beside a shorter plan',
      (plan) => Object.assign(plan.totals, { bestWeeks: 6 }),
      /cannot be best/,
    ],
    ['no bound', (plan) => Object.assign(plan, { bound: null }), /bound: must have/],
    ['a short bound', (plan) => Object.assign(plan, { bound: [1] }), /bound: must have/],
    [
      'a bound above the plan',
      (plan) => Object.assign(plan, { status: 'feasible', bound: [61.99, 5, 6] }),
      /is above/,
    ],
    ['a proof with a lower bound', (plan) => Object.assign(plan, { bound: [60, 9, 9] }), /of a proved plan/],
    [
      'reasons beside a plan',
      (plan) => {
        plan.reasons = [{ what: 'budget', ids: [], sentence: 'No.', nearest: null }];
      },
      /reasons: given beside/,
    ],
  ])('catches %s', (_, spoil, expected) => {
    expect(checkSpoiled(spoil)).toContainEqual(expect.stringMatching(expected));
  });

  it.each<[string, Profile, Spoil, RegExp]>([
    ['too many hours in a week', withPreferences({ hoursPerWeek: 3 }), () => {}, /week 1: 4 hours of 3/],
    [
      'too many steps at once',
      withPreferences({ maxParallel: 1 }),
      () => {},
      /week 0: 2 study steps at once/,
    ],
    ['an excluded step', withPreferences({ excluded: ['talk'] }), () => {}, /talk: is excluded/],
    [
      'an excluded kind',
      withPreferences({ excludedKinds: ['practice'] }),
      () => {},
      /talk: is of the excluded kind/,
    ],
    ['a pinned step left out', withPreferences({ pinned: ['intro-two'] }), () => {}, /intro-two: pinned/],
    [
      'the currency of another region',
      withPreferences({ region: 'US' }),
      () => {},
      /cost.currency: "GBP", not "USD"/,
    ],
    [
      'a budget exceeded',
      withPreferences({ budget: { amount: 61.98, currency: 'GBP' } }),
      () => {},
      /^budget: 61.99/,
    ],
    ['a deadline missed', withPreferences({ deadline: '2027-01-03' }), () => {}, /^deadline: /],
    [
      'best weeks beside the fastest',
      withPreferences({ optimiseFor: 'fastest' }),
      (plan) => Object.assign(plan.totals, { bestWeeks: 4 }),
      /4 for a fastest plan of 5/,
    ],
    ['a bound in the wrong order', withPreferences({ optimiseFor: 'fastest' }), () => {}, /^bound: /],
    ['a repetition not called so', { ...profile, done: ['exam'] }, () => {}, /exam: status todo/],
    [
      'a repetition for nothing',
      { ...profile, levels: { speak: 1 }, done: ['talk'] },
      () => {},
      /talk: is done and raises/,
    ],
    [
      'a degree beside a related one',
      { ...profile, holdings: ['bachelors-related'] },
      (plan) => add(plan, 'degree-two', {}),
      /degree-two: is a degree for/,
    ],
  ])('catches %s', (_, as, spoil, expected) => {
    expect(checkSpoiled(spoil, { as })).toContainEqual(expect.stringMatching(expected));
  });

  it('accepts a budget and a deadline met exactly', () => {
    const as = withPreferences({ budget: { amount: 61.99, currency: 'GBP' }, deadline: '2027-01-04' });
    expect(checkSpoiled(() => {}, { as })).toEqual([]);
  });
});

describe('checkPlan, where no plan exists', () => {
  const makeNone = (): PlanDocument => ({
    ...makePlan(),
    status: 'infeasible',
    bound: null,
    proved: true,
    totals: {
      weeks: 0,
      finish: null,
      hours: 0,
      cost: { amount: 0, currency: 'GBP', approximate: false, estimated: [] },
      steps: 0,
      bestWeeks: null,
    },
    requirements: [],
    steps: [],
    reasons: [{ what: 'level', ids: ['build'], sentence: 'Nothing raises build.', nearest: null }],
  });

  it('accepts an answer with a reason', () => {
    expect(checkPlan(career, profile, makeNone())).toEqual([]);
  });

  it.each<[string, Partial<PlanDocument>, RegExp]>([
    ['steps', { steps: makePlan().steps }, /there are steps/],
    ['a bound', { bound: [0, 0, 0] }, /there is a bound/],
    ['no word on its proof', { proved: undefined }, /whether it is proved is not said/],
    ['best weeks', { totals: { ...makeNone().totals, bestWeeks: 3 } }, /there are best weeks/],
    ['no reasons', { reasons: undefined }, /there is no reason/],
    ['totals of nothing', { totals: makePlan().totals }, /totals.weeks: 5, not 0/],
    [
      'an empty sentence',
      { reasons: [{ what: 'level', ids: [], sentence: ' ', nearest: null }] },
      /says nothing/,
    ],
    [
      'an unknown id',
      { reasons: [{ what: 'level', ids: ['talk'], sentence: 'No.', nearest: null }] },
      /talk, which is unknown/,
    ],
    [
      'an empty relaxation',
      { reasons: [{ what: 'hours', ids: [], sentence: 'No.', nearest: {} }] },
      /relaxes nothing/,
    ],
  ])('catches %s', (_, parts, expected) => {
    expect(checkPlan(career, profile, { ...makeNone(), ...parts })).toContainEqual(
      expect.stringMatching(expected),
    );
  });
});

describe('pricePence', () => {
  const price = (draft: Partial<StepDraft>, currency?: Currency): number => {
    const priced = makeCareer({
      skills: ['build'],
      roles: { maker: {} },
      steps: [{ id: 'priced', raises: [['build', 0, 1]], ...draft }],
    });
    return priced.steps.reduce((sum, step) => sum + pricePence(priced, step, currency), 0);
  };

  it.each<[string, Partial<StepDraft>, Currency | undefined, number]>([
    ['a total as given', { cost: { amount: 445, currency: 'USD', per: 'total' } }, undefined, 44500],
    ['half a penny up', { cost: { amount: 70.5, currency: 'USD', per: 'total' } }, 'GBP', 5429],
    [
      'a year by its weeks',
      { weeks: 78, cost: { amount: 9790, currency: 'GBP', per: 'year' } },
      'GBP',
      1468500,
    ],
    [
      'a month begun as a month',
      { weeks: 24, cost: { amount: 49, currency: 'USD', per: 'month' } },
      'USD',
      29400,
    ],
    [
      'a conversion away from the base',
      { cost: { amount: 77, currency: 'GBP', per: 'total' } },
      'USD',
      10000,
    ],
    ['a conversion beside the base', { cost: { amount: 77, currency: 'EUR', per: 'total' } }, 'USD', 8600],
    ['an estimate', { estimate: { amount: 5, currency: 'GBP', per: 'total' } }, 'GBP', 500],
    ['no price as nothing', {}, 'GBP', 0],
  ])('counts %s', (_, draft, currency, pence) => {
    expect(price(draft, currency)).toBe(pence);
  });

  it('compares whole pence with a budget exactly', () => {
    expect(isWithin(29, 0.29)).toBe(true);
    expect(isWithin(30, 0.299)).toBe(false);
  });
});
