import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProved, PlanProving } from '@/app/(signed-in)/plan/plan-proving';
import { addDays } from '@/lib/domain/day';
import { solveContinuation } from '@/lib/domain/planner/continuation';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { computeAnswer, findQuestion, type OpenQuestion } from '@/lib/plan/open-question';
import type { PlanState } from '@/lib/plan/plan-state';
import type { Standing } from '@/lib/plan/standing';
import { closePlanner, getPlan } from '@/lib/planner/client';
import {
  buildStanding,
  career,
  profile,
  recordStep,
  TODAY,
  toKept,
  toUnproved,
} from '@/tests/support/standing';

const show = (question: OpenQuestion | null) =>
  question && renderToStaticMarkup(PlanProving({ planId: 'plan', question }));

let made: PlanDocument;
let continued: PlanDocument;
let begun: PlanState['progress'][number];

beforeAll(async () => {
  made = await getPlan(career, profile, { effort: 'quick' });
  const first = made.steps.find(({ hours }) => hours > 0);
  begun = recordStep(first?.id ?? '', { status: 'in-progress', hoursSpent: 1 });
  const followed = { kept: made, profile, records: [begun], today: TODAY };
  const plan = solveContinuation(career, followed, { effort: 'quick' });
  if (!plan) throw new Error('No plan goes on from the first.');
  continued = plan;
});

afterAll(closePlanner);

type Changes = Partial<Omit<PlanState, 'standing'>> & { standing?: Partial<Standing> };

function stand({ standing, ...changes }: Changes): PlanState {
  return { kept: toKept(made, 'made'), progress: [], ...changes, standing: buildStanding(standing) };
}

describe('PlanProving', () => {
  it('says that a plan is still being proved, and after that what is proved of it', async () => {
    const other = { ...profile, done: ['missing-semester'] };
    const document = toUnproved({ ...made, profile: other });
    const another = findQuestion(stand({ kept: toKept(document, 'made') }));
    expect(show(another)).toContain('still proving');
    expect(another && findProved(another)).toBe(document);

    expect(made.status).toBe('optimal');
    const question = findQuestion(stand({ kept: toKept(toUnproved(made), 'made') }));
    expect(show(question)).toBe('');
    expect(question && findProved(question)).toMatchObject({ status: 'optimal', bound: made.bound });
    const worse = toUnproved({ ...made, totals: { ...made.totals, weeks: 900 } });
    const behind = findQuestion(stand({ kept: toKept(worse, 'made') }));
    expect(show(behind)).toContain('found a better plan');
    const { bestWeeks } = made.totals;
    const told = { status: 'feasible', bound: made.bound, totals: { weeks: 900, bestWeeks } };
    expect(behind && findProved(behind)).toMatchObject(told);
  });

  it('does the same for a plan that goes on from another', async () => {
    const question = findQuestion(
      stand({ kept: toKept(toUnproved(continued), 'continued'), progress: [begun] }),
    );
    if (!question) throw new Error('There is no question.');
    expect(show(question)).toContain('still proving');
    const answer = await computeAnswer(question);
    expect(answer?.steps.find(({ id }) => id === begun.step)?.status).toBe('in-progress');
    expect(show(question)).toBe('');
    expect(findProved(question)).toMatchObject({ status: 'optimal', bound: continued.bound });
    const { cost } = continued.totals;
    const dearer = { ...continued.totals, cost: { ...cost, amount: cost.amount + 5 } };
    expect(show({ ...question, kept: toUnproved({ ...continued, totals: dearer }) })).toContain('£5 less');
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
