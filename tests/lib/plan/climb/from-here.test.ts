import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { isBetterPlan } from '@/lib/domain/climb/follow/best-known';
import type { Profile } from '@/lib/domain/climb/profile';
import { OBJECTIVES } from '@/lib/domain/lists';
import { computePlanFromHere, settlePlans } from '@/lib/plan/climb/from-here';
import { toAsked } from '@/lib/plan/climb/question';
import { closePlanner } from '@/lib/planner/client';
import { computeClimb, keepClimb } from '@/lib/planner/climb';
import { keep, toStanding, toState } from '@/tests/support/climb/climb-standing';
import { buildClimber } from '@/tests/support/climb/solved';
import { recordStep, TODAY } from '@/tests/support/standing';

const career = loadCareer();
const profile = buildClimber();
const { preferences } = profile;
let best: PlanDocument;
let worse: PlanDocument;

beforeAll(async () => {
  best = await computeClimb(career, profile, { effort: 'quick' });
  const { cost, weeks } = best.totals;
  worse = {
    ...best,
    status: 'feasible',
    totals: { ...best.totals, cost: { ...cost, amount: cost.amount + 100 }, weeks: weeks + 1 },
  };
}, 120_000);
beforeEach(() => answerWith(best));
afterAll(closePlanner);

/** Has the planner answer with a plan that a short search might have found. */
const answerWith = (document: PlanDocument, asked: Profile = profile) =>
  keepClimb({ career, profile: asked, followed: null, document });

describe('computePlanFromHere', () => {
  it('makes a plan anew where none is kept, and where nothing of the kept one is touched', async () => {
    for (const kept of [null, keep(best)]) {
      const answer = await computePlanFromHere(toState(best, profile, { kept }), { preferences });
      expect(answer).toEqual({
        document: best,
        reason: 'made',
        question: { career, profile, followed: null },
      });
    }
  });

  it('goes on from what was finished and begun', async () => {
    const [step] = best.steps;
    const progress = [recordStep(step?.id ?? '', { status: 'done', finishedOn: TODAY, hoursSpent: 1 })];
    const here = toState(best, profile, { progress });
    const { document, reason, question } = await computePlanFromHere(here, { preferences });
    expect(reason).toBe('continued');
    expect(question.followed).toEqual({ kept: best, records: progress, today: TODAY });
    expect(document.steps.find(({ id }) => id === step?.id)?.status).toBe('done');
    expect(question.profile.also).toEqual(expect.arrayContaining([...(step?.teaches ?? [])]));
  });

  it('takes the kept plan where it keeps the rules of these settings and is better than what was found', async () => {
    answerWith(worse);
    const { document } = await computePlanFromHere(toState(best, profile), { preferences });
    expect(document.totals).toMatchObject({ weeks: best.totals.weeks, cost: best.totals.cost });
    expect([document.status, document.bound]).toEqual(['feasible', worse.bound]);
  });

  it('leaves the answer alone beside a kept plan that breaks a rule of these settings', async () => {
    const early = {
      ...best,
      steps: best.steps.map((step) => ({ ...step, startWeek: 0 })),
      totals: { ...best.totals, weeks: 1 },
    };
    answerWith(worse);
    const { document } = await computePlanFromHere(toState(early, profile), { preferences });
    expect(document).toEqual(worse);
    const older = keep({ ...best, catalogue: 'older' });
    answerWith(worse);
    const beside = await computePlanFromHere(toState(best, profile, { kept: older }), { preferences });
    expect(beside.document).toEqual(worse);
  });

  it('takes an earlier plan that is better, and keeps the one that they have where another is as good', async () => {
    answerWith(worse);
    const kept = keep(worse);
    const before = await computePlanFromHere(toState(worse, profile, { kept, earlier: [keep(best)] }), {
      preferences,
    });
    expect(before.document.totals).toMatchObject({ weeks: best.totals.weeks, cost: best.totals.cost });
    const [first = expect.fail('no steps'), ...rest] = worse.steps;
    const asGood = { ...worse, steps: [{ ...first, title: 'As it was called then' }, ...rest] };
    const again = await computePlanFromHere(toState(worse, profile, { kept: keep(asGood) }), { preferences });
    expect(again.document.steps[0]?.title).toBe('As it was called then');
  });

  it('heeds holdings, posts and what may stand as the settings say', async () => {
    const posts = [{ post: 'linux-administrator', weeks: 100, current: true }];
    const [canDo = ''] = best.steps[0]?.teaches ?? [];
    const settings = { preferences, holdings: ['bachelors-other'], posts, letStand: [canDo] };
    const { question } = await computePlanFromHere(toState(best, profile, { kept: null }), settings);
    expect(question.profile).toMatchObject({ holdings: ['bachelors-other'], posts, letStand: [canDo] });
  });
});

describe('settlePlans', () => {
  it('shows under no objective a plan that another one is better by', async () => {
    const here = { standing: toStanding(profile), kept: null, progress: [] };
    const answers = await Promise.all(
      OBJECTIVES.map((optimiseFor) =>
        computePlanFromHere(here, { preferences: { ...preferences, optimiseFor } }),
      ),
    );
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    });
    const settled = await settlePlans(answers);
    clearInterval(others);
    // Others were served in between.
    expect(turns).toBeGreaterThan(1);
    expect(settled.size).toBe(OBJECTIVES.length);
    for (const answer of answers) {
      const asked = toAsked(answer.question);
      const shown = settled.get(answer);
      if (!asked || !shown) throw new Error('Nothing was asked.');
      expect(shown.profile).toEqual(answer.question.profile);
      for (const other of settled.values()) expect(isBetterPlan(asked, other, shown)).toBe(false);
    }
  }, 120_000);
});
