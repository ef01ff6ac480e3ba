import { describe, expect, it } from 'vitest';
import type { PlanDocument, PlanStep, Stage } from '@/lib/domain/climb/document';
import type { Profile } from '@/lib/domain/climb/profile';
import { addDays } from '@/lib/domain/day';
import {
  type ClimbStepDraft,
  makeClimbCareer,
  type PostDraft,
} from '@/tests/support/climb/make-climb-career';
import { checkClimb } from '@/tests/support/climb/plan-checker';
import { DOCUMENT, DRAFT, PROFILE, START } from '@/tests/support/climb/right-plan';

type Case = {
  document?: (document: PlanDocument) => void;
  person?: (profile: Profile) => void;
  posts?: Record<string, Partial<PostDraft>>;
  steps?: Record<string, Partial<ClimbStepDraft>>;
};

function check({ document, person, posts = {}, steps = {} }: Case = {}): string[] {
  const career = makeClimbCareer({
    ...DRAFT,
    posts: DRAFT.posts.map((post) => ({ ...post, ...posts[post.id] })),
    steps: DRAFT.steps.map((step) => ({ ...step, ...steps[step.id] })),
  });
  const profile = structuredClone(PROFILE);
  person?.(profile);
  const plan = { ...structuredClone(DOCUMENT), profile };
  document?.(plan);
  return checkClimb(career, profile, plan);
}

function find(plan: PlanDocument, id: string): PlanStep {
  const step = plan.steps.find((entry) => entry.id === id);
  if (!step) throw new Error(`The right plan has no ${id}.`);
  return step;
}

function stage(plan: PlanDocument, place: number): Stage {
  const found = plan.stages[place];
  if (!found) throw new Error(`The right plan has no stage ${place}.`);
  return found;
}

/** Moves a step whole; the dates go with it. */
function move(plan: PlanDocument, id: string, startWeek: number): void {
  const step = find(plan, id);
  step.startWeek = startWeek;
  step.start = addDays(START, startWeek * 7);
  step.finish = addDays(START, (startWeek + step.weeks) * 7 - 1);
}

function swap(plan: PlanDocument, id: string, by: Partial<PlanStep> & { id: string }): void {
  Object.assign(find(plan, id), { title: `Step ${by.id}`, ...by });
  for (const { steps } of plan.stages)
    steps.splice(0, steps.length, ...steps.map((one) => (one === id ? by.id : one)));
  for (const { after } of plan.steps)
    after.splice(0, after.length, ...after.map((one) => (one === id ? by.id : one)));
}

const preferences =
  (part: Partial<Profile['preferences']>) =>
  (profile: Profile): void => {
    Object.assign(profile.preferences, part);
  };

const BROKEN: Record<string, { found: RegExp } & Case> = {
  'a field that the schema does not know': {
    found: /schema/,
    document: (plan) => Object.assign(plan, { extra: 1 }),
  },
  'another role': { found: /^role:/, document: (plan) => Object.assign(plan, { role: 'painter' }) },
  'a gap left unsaid': { found: /gaps: talk is missing/, document: (plan) => plan.gaps.pop() },
  'hours counted wrongly': {
    found: /totals.hours/,
    document: (plan) => Object.assign(plan.totals, { hours: 28 }),
  },
  'a cost summed wrongly': {
    found: /totals.amount/,
    document: (plan) => Object.assign(plan.totals.cost, { amount: 150 }),
  },
  'more than the budget': {
    found: /budget/,
    person: preferences({ budget: { amount: 126.99, currency: 'GBP' } }),
  },
  'an end after the deadline': { found: /deadline/, person: preferences({ deadline: '2027-02-13' }) },
  'best weeks above the weeks': {
    found: /totals.bestWeeks/,
    document: (plan) => Object.assign(plan.totals, { bestWeeks: 11 }),
  },
  'a pinned step left out': { found: /pinned/, person: preferences({ pinned: ['building'] }) },
  'a post two ranks up': { found: /rule 1: rank 2/, posts: { helper: { rank: 2 } } },
  'a post held before, for who is in one': {
    found: /rule 1: it was held before/,
    person: (profile) =>
      profile.posts.push(
        { post: 'helper', weeks: 3, current: false },
        { post: 'clerk', weeks: 2, current: true },
      ),
  },
  'a move between families that none leads along': {
    found: /rule 2: office/,
    person: (profile) => profile.posts.push({ post: 'clerk', weeks: 1, current: true }),
  },
  'a move in one’s family that is none up': {
    found: /rule 3/,
    person: (profile) => profile.posts.push({ post: 'trainee', weeks: 1, current: true }),
  },
  'a post between that leaves the family of the goal': {
    found: /rule 4/,
    person: (profile) => profile.posts.push({ post: 'maker', weeks: 1, current: true }),
    posts: { trainee: { id: 'maker', family: 'make', apprenticeship: false } },
  },
  'a post above the goal beside it': { found: /rule 5/, posts: { helper: { rank: 2 } } },
  'an apprenticeship after rank 1': {
    found: /rule 8/,
    person: (profile) => profile.posts.push({ post: 'clerk', weeks: 4, current: false }),
    posts: { helper: { apprenticeship: true } },
  },
  'a post that is not offered': { found: /is not offered/, posts: { helper: { offered: false } } },
  'a post of another region': { found: /only for region US/, posts: { helper: { region: 'US' } } },
  'two ways chosen': {
    found: /2 are chosen/,
    document: (plan) => plan.ways.push({ posts: [], weeks: 10, cost: 127, hours: 24, chosen: true }),
  },
  'a chosen way that is not the plan': {
    found: /not the totals/,
    document: (plan) => Object.assign(plan.ways[0] ?? {}, { hours: 23 }),
  },
  'a better way not chosen': {
    found: /is better/,
    document: (plan) => plan.ways.push({ posts: ['clerk'], weeks: 10, cost: 1, hours: 1, chosen: false }),
  },
  'a gap between stages': {
    found: /begins in week 5, not 4/,
    document: (plan) => Object.assign(stage(plan, 1), { startWeek: 5 }),
  },
  'a stage in the wrong post': {
    found: /the post then is helper/,
    document: (plan) => Object.assign(stage(plan, 1), { post: 'clerk' }),
  },
  'an end before the goal': {
    found: /not at the goal/,
    document: (plan) => Object.assign(stage(plan, 1), { until: 'clerk' }),
  },
  'a search too short': {
    found: /not ready in week 1: can-dos begin/,
    posts: { helper: { searchWeeks: 3 } },
  },
  'an employer who sees too little': {
    found: /work to show \(0 of 1\)/,
    posts: { helper: { asksToSee: { count: 1, of: ['building'] } } },
  },
  'a piece to show that is rated true and was never made': {
    found: /work to show \(0 of 1\)/,
    person: (profile) => Object.assign(profile.levels, { craft: 3 }),
    posts: { helper: { asksToSee: { count: 1, of: ['building'] } } },
  },
  'a lower post that speaks for the work of a full one': {
    found: /work to show \(0 of 1\)/,
    posts: {
      engineer: { family: 'help', rank: 2, asksToSee: { count: 1, of: ['building'] } },
    },
  },
  'an exam that the goal does not name': {
    found: /next-things: is an exam that the goal does not name/,
    steps: { 'next-things': { kind: 'certification' } },
  },
  'senior work in the first weeks of a post': {
    found: /thirteen weeks in helper/,
    steps: { questions: { teaches: ['ask', 'lead'] } },
  },
  'more own hours than a first post leaves': {
    found: /week 5: 20 own hours, where there are 15/,
    person: preferences({ hoursPerWeek: 30 }),
    steps: { exam: { hours: 20 } },
    document: (plan) => {
      Object.assign(find(plan, 'exam'), { hours: 20, hoursByWeek: [20] });
      move(plan, 'exam', 5);
    },
  },
  'experience not gathered': {
    found: /experience \(Six weeks of help\)/,
    posts: { helper: { family: 'office' } },
  },
  'a post not kept for half its tenure': {
    found: /more weeks in helper/,
    posts: { helper: { tenureWeeks: 14 } },
  },
  'an apprenticeship not kept to its end': {
    found: /2 more weeks in helper/,
    posts: { helper: { apprenticeship: true } },
  },
  'a stage that waits for nothing': {
    found: /ready before week 3, and waits/,
    document: (plan) => {
      Object.assign(stage(plan, 0), { weeks: 5 });
      Object.assign(stage(plan, 1), { startWeek: 5 });
      move(plan, 'questions', 5);
    },
  },
  'a stage longer than its objective looks at': {
    found: /where at most 1 are looked at/,
    document: (plan) => Object.assign(stage(plan, 0), { bestWeeks: 1 }),
  },
  'a step listed nowhere': { found: /listed in 0 stages/, document: (plan) => stage(plan, 1).steps.pop() },
  'work before the post': {
    found: /questions: starts without a fitting post/,
    document: (plan) => move(plan, 'questions', 2),
  },
  'work beyond the end of its stage': {
    found: /ends after the stage/,
    document: (plan) => move(plan, 'questions', 9),
  },
  'a step of the next stage begun in an hour that this one could use': {
    found: /building: begins before the steps/,
    document: (plan) => {
      swap(plan, 'exam', { id: 'building', kind: 'project', hours: 5, cost: { amount: 0, currency: 'GBP' } });
      Object.assign(find(plan, 'building'), { hoursByWeek: [1, 1, 1, 1, 1], weeks: 5 });
      move(plan, 'building', 1);
      Object.assign(find(plan, 'first-things'), { hoursByWeek: [2, 4] });
    },
  },
  'a can-do without what it comes after': {
    found: /exam: starts without can-do go-on/,
    document: (plan) => move(plan, 'exam', 2),
  },
  'a step before the step that it needs': {
    found: /starts without step building/,
    steps: { exam: { needs: { steps: ['building'] } } },
  },
  'a step without the holding that it needs': {
    found: /starts without holding paper/,
    steps: { exam: { needs: { holding: 'paper' } } },
  },
  'a step of another region': { found: /exam: is only for region US/, steps: { exam: { region: 'US' } } },
  'a step of another platform': {
    found: /exam: is for the platform aws/,
    steps: { exam: { platform: 'aws' } },
    person: preferences({ platform: 'azure' }),
  },
  'an excluded step': { found: /exam: is excluded/, person: preferences({ excluded: ['exam'] }) },
  'a step that is no longer offered': {
    found: /outside the months/,
    steps: { exam: { availableUntil: '2026-11' } },
  },
  'a step not offered yet': { found: /outside the months/, steps: { exam: { availableFrom: '2027-01' } } },
  'two degrees': {
    found: /2 degrees/,
    steps: { exam: { kind: 'degree' }, 'next-things': { kind: 'degree' } },
  },
  'a quiz believed for level 3': {
    found: /exam: is not believed for build/,
    steps: { exam: { assessed: 'quiz' } },
  },
  'a date that is wrong': {
    found: /exam: finish/,
    document: (plan) => Object.assign(find(plan, 'exam'), { finish: '2027-01-04' }),
  },
  'a level said to be reached that is not': {
    found: /says that craft reaches 3/,
    document: (plan) => Object.assign(find(plan, 'next-things'), { reaches: [{ skill: 'craft', level: 3 }] }),
  },
  'a level reached unsaid': {
    found: /does not say that craft reaches 3/,
    document: (plan) => Object.assign(find(plan, 'exam'), { reaches: [], raises: [] }),
  },
  'an order that leaves out what a step rests on': {
    found: /after does not name what brings begin/,
    document: (plan) => Object.assign(find(plan, 'next-things'), { after: [] }),
  },
  'more own hours than there are': {
    found: /week 3: 10 own hours/,
    person: preferences({ hoursPerWeek: 9 }),
  },
  'more hours at work than there are': {
    found: /2 work hours/,
    person: preferences({ workHoursPerWeek: 1 }),
  },
  'hours in a week off': {
    found: /week 3: has hours and is off/,
    person: preferences({ weeksOff: [{ from: '2026-12-28', to: '2027-01-03' }] }),
  },
  'more in a week than a step takes': {
    found: /more than 3 hours/,
    document: (plan) => Object.assign(find(plan, 'first-things'), { hoursByWeek: [4, 2] }),
  },
  'hours that do not add up': {
    found: /add up to 5/,
    document: (plan) => Object.assign(find(plan, 'first-things'), { hoursByWeek: [3, 2] }),
  },
  'a step begun before it has hours': {
    found: /begun before it has hours/,
    document: (plan) => Object.assign(find(plan, 'first-things'), { hoursByWeek: [0, 3, 3], weeks: 3 }),
  },
  'too many steps at once': {
    found: /2 own steps at once/,
    person: preferences({ maxParallel: 1 }),
    document: (plan) => move(plan, 'exam', 2),
  },
  'no certificate for the role': {
    found: /no certificate for the role/,
    document: (plan) => Object.assign(plan.requirements[0] ?? {}, { by: ['next-things'] }),
  },
  'experience said to come from nowhere': {
    found: /nothing does not meet/,
    document: (plan) => Object.assign(plan.requirements[1] ?? {}, { by: [] }),
  },
  'a can-do let stand that nobody let stand': {
    found: /letStand: ask/,
    document: (plan) => Object.assign(plan, { letStand: ['ask'] }),
  },
  'a bound above the plan': {
    found: /bound: /,
    document: (plan) => Object.assign(plan, { bound: [400, 0, 0] }),
  },
  'a proof that a stage lacks': {
    found: /optimal, and a stage is not/,
    document: (plan) => Object.assign(plan, { status: 'optimal' }),
  },
  'a step that teaches what is known': {
    found: /all that it teaches is true/,
    steps: { 'dear-things': { teaches: ['begin'], cost: null } },
    document: (plan) => addStep(plan, { id: 'dear-things', hours: 8 }),
  },
  'a step that could be left out': {
    found: /building: could be left out/,
    document: (plan) => addStep(plan, { id: 'building', kind: 'project', hours: 5 }),
  },
  'a dearer step': {
    found: /next-things in its place is better/,
    document: (plan) =>
      swap(plan, 'next-things', { id: 'dear-things', cost: { amount: 60, currency: 'GBP' } }),
  },
  'free hours that a step could take': {
    found: /free hours that exam could take/,
    document: (plan) => {
      move(plan, 'exam', 5);
      stage(plan, 1).steps.push(stage(plan, 0).steps.pop() ?? '');
    },
  },
  'an infeasible document without a reason': {
    found: /no reason/,
    document: (plan) => Object.assign(plan, { status: 'infeasible', steps: [], stages: [] }),
  },
};

/** A step more, after all others. */
function addStep(
  plan: PlanDocument,
  { id, hours, kind = 'course' }: Pick<PlanStep, 'id' | 'hours'> & Partial<PlanStep>,
): void {
  plan.steps.push({
    ...structuredClone(find(plan, 'next-things')),
    id,
    kind,
    title: `Step ${id}`,
    hours,
    hoursByWeek: [hours],
    cost: { amount: 0, currency: 'GBP' },
    reaches: [],
    raises: [],
    teaches: [],
  });
  move(plan, id, 6);
  stage(plan, 1).steps.push(id);
}

describe('checkClimb', () => {
  it('passes a plan that keeps every rule', () => {
    expect(check()).toEqual([]);
  });

  it.each(Object.entries(BROKEN))('catches %s', (_, { found, ...broken }) => {
    expect(check(broken)).toEqual(expect.arrayContaining([expect.stringMatching(found)]));
  });

  it('lets who is without a post go back to one', () => {
    const problems = check({
      person: (profile) => profile.posts.push({ post: 'helper', weeks: 3, current: false }),
    });
    expect(problems.filter((problem) => problem.startsWith('way'))).toEqual([]);
  });
});
