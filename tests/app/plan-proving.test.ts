import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Standing } from '@/app/(signed-in)/load-standing';
import type { Here } from '@/app/(signed-in)/plan/here';
import { computeAnswer, findQuestion, type OpenQuestion } from '@/app/(signed-in)/plan/open-question';
import { findProved, PlanProving } from '@/app/(signed-in)/plan/plan-proving';
import { loadCareer } from '@/lib/catalogue';
import { addDays } from '@/lib/domain/day';
import { solveContinuation } from '@/lib/domain/planner/continuation';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { profileSchema } from '@/lib/domain/planner/profile';
import { settingsSchema } from '@/lib/domain/settings';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { closePlanner, getPlan } from '@/lib/planner';
import type { Plan } from '@/lib/queries/plans';

const TODAY = '2026-12-07';
const MADE_AT = `${TODAY}T09:00:00.000Z`;
const career = loadCareer();
const profile = profileSchema.parse({
  career: career.id,
  role: 'apprentice-devops-engineer',
  preferences: { start: TODAY },
});
const toKept = (document: PlanDocument, reason: string): Plan => ({
  id: 'plan',
  career: career.id,
  role: profile.role,
  madeAt: MADE_AT,
  reason,
  document,
});
/** The plan as a search that ended early would have left it. */
const unproved = (document: PlanDocument): PlanDocument => ({
  ...document,
  status: 'feasible',
  bound: [0, 0, 0],
});
const show = (question: OpenQuestion | null) =>
  question && renderToStaticMarkup(PlanProving({ planId: 'plan', question }));

let made: PlanDocument;
let continued: PlanDocument;
let begun: Here['progress'][number];

beforeAll(async () => {
  made = await getPlan(career, profile, { effort: 'quick' });
  const first = made.steps.find(({ hours }) => hours > 0);
  begun = {
    ...UNTOUCHED,
    id: 'event',
    step: first?.id ?? '',
    status: 'in-progress',
    hoursSpent: 1,
    recordedAt: MADE_AT,
  };
  const followed = { kept: made, profile, records: [begun], today: TODAY };
  const plan = solveContinuation(career, followed, { effort: 'quick' });
  if (!plan) throw new Error('No plan goes on from the first.');
  continued = plan;
});

afterAll(closePlanner);

type Changes = Partial<Omit<Here, 'standing'>> & { standing?: Partial<Standing> };

function stand(changes: Changes): Here {
  const role = career.roleById.get(profile.role);
  if (!role) throw new Error('The catalogue has lost the role.');
  const standing: Standing = {
    career,
    account: {
      name: 'Ada',
      email: 'ada@example.org',
      emailVerifiedAt: null,
      timeZone: 'UTC',
      region: 'UK',
      settings: settingsSchema.parse({}),
      createdAt: MADE_AT,
    },
    today: TODAY,
    levels: {},
    ratings: {},
    latest: new Map(),
    ratedAt: null,
    goal: {
      id: 'goal',
      career: career.id,
      role: role.id,
      preferences: profile.preferences,
      holdings: [],
      setAt: MADE_AT,
    },
    role,
    region: 'UK',
    planRole: role.id,
    ...changes.standing,
  };
  return { kept: toKept(made, 'made'), progress: [], ...changes, standing };
}

describe('PlanProving', () => {
  it('says that a plan is still being proved, and after that what is proved of it', async () => {
    const other = { ...profile, done: ['missing-semester'] };
    const document = unproved({ ...made, profile: other });
    const another = findQuestion(stand({ kept: toKept(document, 'made') }));
    expect(show(another)).toContain('still proving');
    expect(another && findProved(another)).toBe(document);

    expect(made.status).toBe('optimal');
    const question = findQuestion(stand({ kept: toKept(unproved(made), 'made') }));
    expect(show(question)).toBe('');
    expect(question && findProved(question)).toMatchObject({ status: 'optimal', bound: made.bound });
    const worse = unproved({ ...made, totals: { ...made.totals, weeks: 900 } });
    const behind = findQuestion(stand({ kept: toKept(worse, 'made') }));
    expect(show(behind)).toContain('found a better plan');
    const { bestWeeks } = made.totals;
    const told = { status: 'feasible', bound: made.bound, totals: { weeks: 900, bestWeeks } };
    expect(behind && findProved(behind)).toMatchObject(told);
  });

  it('does the same for a plan that goes on from another', async () => {
    const question = findQuestion(
      stand({ kept: toKept(unproved(continued), 'continued'), progress: [begun] }),
    );
    if (!question) throw new Error('There is no question.');
    expect(show(question)).toContain('still proving');
    const answer = await computeAnswer(question);
    expect(answer?.steps.find(({ id }) => id === begun.step)?.status).toBe('in-progress');
    expect(show(question)).toBe('');
    expect(findProved(question)).toMatchObject({ status: 'optimal', bound: continued.bound });
    const { cost } = continued.totals;
    const dearer = { ...continued.totals, cost: { ...cost, amount: cost.amount + 5 } };
    expect(show({ ...question, kept: unproved({ ...continued, totals: dearer }) })).toContain('£5 less');
  });
});

describe('findQuestion', () => {
  it('leaves a new plan alone once something of it is begun', () => {
    expect(findQuestion(stand({}))?.isOpen).toBe(true);
    expect(findQuestion(stand({ progress: [begun] }))?.isOpen).toBe(false);
  });

  it('asks again of a plan that goes on only what was asked, while nothing has changed', () => {
    const kept = toKept(continued, 'continued');
    const isAsked = (changes: Changes) =>
      findQuestion(stand({ kept, progress: [begun], ...changes }))?.followed?.plan === continued;
    expect(isAsked({})).toBe(true);
    const changed: Changes[] = [
      { kept: toKept(continued, 'replanned') },
      { kept: toKept({ ...continued, catalogue: 'older' }, 'continued') },
      { progress: [{ ...begun, recordedAt: `${TODAY}T10:00:00.000Z` }] },
      { standing: { today: addDays(TODAY, 7) } },
      // Made a day ago, in a week in which more should have begun than has.
      {
        kept: { ...kept, madeAt: `${addDays(TODAY, 20)}T09:00:00.000Z` },
        standing: { today: addDays(TODAY, 21) },
      },
      { standing: { levels: { coding: 1 } } },
      { standing: { goal: null } },
    ];
    expect(changed.map(isAsked)).toEqual(changed.map(() => false));
    expect(isAsked({ standing: { today: addDays(TODAY, 1) } })).toBe(true);
  });
});
