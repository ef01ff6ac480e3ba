import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '@/lib/domain/day';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Profile } from '@/lib/domain/planner/profile';
import { computePlanFromHere, type Settings, settlePlans } from '@/lib/plan/from-here';
import type { PlanState } from '@/lib/plan/plan-state';
import { closePlanner, getPlan, keepAnswer } from '@/lib/planner/client';
import {
  buildStanding,
  career,
  profile,
  recordStep,
  TODAY,
  toKept,
  toUnproved,
} from '@/tests/support/standing';

const settings: Settings = { preferences: profile.preferences, holdings: [] };
let best: PlanDocument;
let worse: PlanDocument;

beforeAll(async () => {
  best = await getPlan(career, profile, { effort: 'quick' });
  const { cost } = best.totals;
  worse = toUnproved({
    ...best,
    totals: { ...best.totals, cost: { ...cost, amount: cost.amount + 100 }, weeks: best.totals.weeks + 9 },
  });
});
beforeEach(() => answerWith(best));
afterAll(closePlanner);

/** Has the planner answer with a plan that a short search might have found. */
const answerWith = (document: PlanDocument, asked: Profile = profile) =>
  keepAnswer({ career, profile: asked, followed: null, document });
const idsOf = ({ steps }: PlanDocument) => steps.map(({ id }) => id);
const firstStep = () => best.steps.find(({ hours }) => hours > 0)?.id ?? '';

describe('computePlanFromHere', () => {
  it('makes a plan anew where none is kept, and where nothing of the kept one is touched', async () => {
    const standing = buildStanding();
    for (const kept of [null, toKept(best, 'made')]) {
      const answer = await computePlanFromHere({ standing, kept, progress: [] }, settings);
      expect(answer).toEqual({
        document: best,
        reason: 'made',
        question: { career, profile, followed: null },
      });
    }
    const untouched = [recordStep(firstStep(), { status: 'todo' })];
    const kept = toKept(best, 'made');
    const answer = await computePlanFromHere({ standing, kept, progress: untouched }, settings);
    expect(answer.reason).toBe('made');
  });

  it('goes on from what was finished and begun', async () => {
    const progress = [recordStep(firstStep(), { status: 'done', finishedOn: TODAY, hoursSpent: 1 })];
    const here = { standing: buildStanding(), kept: toKept(best, 'made'), progress };
    const { document, reason, question } = await computePlanFromHere(here, settings);
    expect(reason).toBe('continued');
    expect(question.followed).toEqual({ plan: best, records: progress, today: TODAY });
    expect(document.steps.find(({ id }) => id === firstStep())?.status).toBe('done');
    // What was finished brought its levels.
    const [raise] = best.steps.find(({ id }) => id === firstStep())?.raises ?? [];
    expect(question.profile.levels[raise?.skill ?? '']).toBe(raise?.to);
  });

  it('makes a plan anew where none goes on from the kept one', async () => {
    const elsewhere = career.steps.find(({ id }) => !idsOf(best).includes(id))?.id ?? '';
    const progress = [recordStep(elsewhere, { status: 'done', finishedOn: TODAY })];
    const here = { standing: buildStanding(), kept: toKept(best, 'made'), progress };
    const { document, reason, question } = await computePlanFromHere(here, settings);
    expect([reason, question.followed]).toEqual(['made', null]);
    expect(document.profile.done).toEqual([elsewhere]);
  });

  it('takes the kept plan where it keeps these settings and is better than what was found', async () => {
    answerWith(worse);
    const here = { standing: buildStanding(), kept: toKept(best, 'made'), progress: [] };
    const { document, reason } = await computePlanFromHere(here, settings);
    expect(document.totals).toMatchObject({ weeks: best.totals.weeks, cost: best.totals.cost });
    // It is not what was proved, so nothing is claimed of it but the answer's bound.
    expect([reason, document.status, document.bound]).toEqual(['made', 'feasible', worse.bound]);
  });

  it('leaves the answer alone beside a kept plan that need not keep these settings', async () => {
    const [first, ...rest] = best.steps;
    const { goal } = buildStanding();
    if (!first || !goal) throw new Error('The plan has no steps.');
    const later = { ...goal, preferences: { ...profile.preferences, start: addDays(TODAY, 7) } };
    const own = { ...best, steps: [{ ...first, id: 'own-1' }, ...rest] };
    const beside: Partial<PlanState>[] = [
      { kept: toKept(best, 'continued') },
      { kept: toKept({ ...best, catalogue: 'older' }, 'made') },
      { kept: toKept(own, 'made') },
      { standing: buildStanding({ goal: null }) },
      { standing: buildStanding({ goal: later }) },
    ];
    for (const [index, changes] of beside.entries()) {
      answerWith(worse);
      const here = { standing: buildStanding(), kept: toKept(best, 'made'), progress: [], ...changes };
      const { document } = await computePlanFromHere(here, settings);
      expect(document, `case ${index}`).toEqual(worse);
    }
  });
});

describe('settlePlans', () => {
  const toAnswer = (document: PlanDocument, reason: 'made' | 'continued' = 'made') => ({
    document,
    reason,
    question: { career, profile: document.profile, followed: null },
  });
  const withHours = (document: PlanDocument, hoursPerWeek: number): PlanDocument => ({
    ...document,
    profile: { ...profile, preferences: { ...profile.preferences, hoursPerWeek } },
  });

  it('gives an answer the better plan of another one that keeps its settings, and the planner keeps it', async () => {
    const more = withHours(worse, profile.preferences.hoursPerWeek + 1);
    answerWith(more, more.profile);
    const [own, wider] = [toAnswer(best), toAnswer(more)];
    const settled = settlePlans([own, wider]);
    expect(settled.get(own)).toBe(best);
    expect(settled.get(wider)?.totals.weeks).toBe(best.totals.weeks);
    expect(settled.get(wider)?.profile).toEqual(more.profile);
    expect(await getPlan(career, more.profile, { effort: 'quick' })).toEqual(settled.get(wider));
  });

  it('takes nothing from an answer that breaks the settings, is no better, or goes on from another plan', () => {
    const fewest = Math.max(...best.steps.flatMap(({ hoursByWeek }) => hoursByWeek));
    const less = toAnswer(withHours(worse, fewest - 1));
    expect(settlePlans([toAnswer(best), less]).get(less)).toBe(less.document);

    const equal = toAnswer(withHours(best, profile.preferences.hoursPerWeek + 1));
    const poorer = toAnswer(worse);
    expect(settlePlans([equal, poorer]).get(equal)).toBe(equal.document);

    const goesOn = toAnswer(withHours(worse, profile.preferences.hoursPerWeek + 1), 'continued');
    expect(settlePlans([toAnswer(best), goesOn]).get(goesOn)).toBe(goesOn.document);
  });
});
