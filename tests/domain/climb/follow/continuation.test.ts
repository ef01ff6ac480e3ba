import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { solveContinuation } from '@/lib/domain/climb/follow/continuation';
import { type Following, findPlanToContinue } from '@/lib/domain/climb/follow/following';
import { layAhead } from '@/lib/domain/climb/follow/laid';
import { buildRest } from '@/lib/domain/climb/follow/rest-problem';
import { findRuleProblems } from '@/lib/domain/climb/follow/rules';
import { storedDocumentSchema } from '@/lib/domain/climb/follow/stored-document';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { planWords } from '@/lib/wording/plan-words';
import { afterwards, dayOf, followUntil } from '@/tests/support/climb/progress';
import { buildClimber, solveFor } from '@/tests/support/climb/solved';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const profile = buildClimber();
const plan = solveFor(profile);
const [first, second] = plan.stages;
if (!first || !second) throw new Error('The plan has fewer than two stages.');

function goOn(following: Omit<Following, 'kept'> & { kept?: Following['kept'] }): PlanDocument | null {
  return solveContinuation(career, { kept: plan, ...following }, { effort: 'glance', words: planWords });
}

/** A plan followed as planned until a week. */
function followed(week: number, changes: Partial<Following> = {}): Following {
  const records = followUntil(plan, week);
  return {
    kept: plan,
    profile: afterwards(profile, plan, { records, weeks: week }),
    records,
    today: dayOf(plan, week),
    ...changes,
  };
}

function expectWhole(document: PlanDocument | null): PlanDocument {
  if (!document) throw new Error('There is no plan that goes on.');
  expect(storedDocumentSchema.safeParse(document).error).toBeUndefined();
  const { stages, totals, steps } = document;
  expect(stages.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(totals.weeks);
  for (const [place, stage] of stages.entries())
    expect(stage.startWeek).toBe(stages.slice(0, place).reduce((sum, { weeks }) => sum + weeks, 0));
  expect(stages.flatMap((stage) => stage.steps).sort()).toEqual(steps.map(({ id }) => id).sort());
  for (const { hours, hoursByWeek, weeks } of steps) {
    expect(hoursByWeek).toHaveLength(weeks);
    expect(hoursByWeek.reduce((sum, count) => sum + count, 0)).toBe(hours);
  }
  return document;
}

describe('solveContinuation', () => {
  it('goes on where all went as planned, and ends no later', () => {
    const following = followed(4);
    const document = expectWhole(goOn(following));
    expect(document.totals.weeks).toBeLessThanOrEqual(plan.totals.weeks);
    expect(document.profile.preferences.start).toBe(plan.profile.preferences.start);
    const statuses = new Map(document.steps.map(({ id, status }) => [id, status]));
    expect(following.records.map(({ step }) => statuses.get(step))).toEqual(
      following.records.map(({ status }) => status),
    );
    const ahead = document.steps.filter(({ status }) => status === 'todo');
    expect(ahead).not.toEqual([]);
    for (const { id, startWeek } of ahead) expect(startWeek, id).toBeGreaterThanOrEqual(4);
  });

  it('makes a rest that keeps every rule', () => {
    const following = followed(4);
    const document = expectWhole(goOn(following));
    const remaining = findPlanToContinue(career, following);
    if (!remaining) throw new Error('Nothing is left.');
    const behind = new Set(remaining.behind.map(({ id }) => id));
    const asked = {
      ...buildRest(career, following, remaining),
      weeksGone: 4,
      isLeft: (id: string) => !behind.has(id),
    };
    expect(findRuleProblems(asked, layAhead(document, asked))).toEqual([]);
  });

  it('leaves a step under way where it began, with the hours that are left of it, and lets it wait for nothing', () => {
    const long = plan.steps.find(({ startWeek, weeks }) => startWeek < 7 && weeks > 2);
    const week = (long?.startWeek ?? 0) + 1;
    const document = expectWhole(goOn(followed(week)));
    const begun = document.steps.filter(({ status }) => status === 'in-progress');
    expect(begun.length).toBeGreaterThan(0);
    for (const step of begun) {
      const before = plan.steps.find(({ id }) => id === step.id);
      expect([step.startWeek, step.hours]).toEqual([before?.startWeek, before?.hours]);
      expect(step.hoursByWeek.slice(0, week - step.startWeek)).toEqual(
        before?.hoursByWeek.slice(0, week - step.startWeek),
      );
    }
  });

  it('does not look longer for a post because of a step under way that is for the time in it', () => {
    const ready = first.weeks - (career.postById.get(first.until)?.searchWeeks ?? 0);
    const document = expectWhole(goOn(followed(ready + 1)));
    expect(document.stages[0]?.weeks).toBe(first.weeks);
    expect(document.stages[1]?.startWeek).toBe(second.startWeek);
  });

  it('closes the stage and begins the next when the post was found, sooner or later', () => {
    const post = second.post ?? '';
    for (const week of [first.weeks - 3, first.weeks + 5]) {
      const following = followed(Math.min(week, first.weeks), { today: dayOf(plan, week) });
      const asked = { ...following.profile, posts: [{ post, weeks: 0, current: true }] };
      const document = expectWhole(goOn({ ...following, profile: asked, isFollowed: true }));
      expect(document.stages.map((stage) => [stage.post, stage.startWeek])).toEqual([
        [null, 0],
        [post, week],
      ]);
      expect(document.stages[0]).toMatchObject({ until: post, weeks: week });
      // A new post is kept for half its tenure, though it is the present one now.
      const tenure = career.postById.get(post)?.tenureWeeks ?? 0;
      expect(document.stages[1]?.weeks).toBeGreaterThanOrEqual(tenure / 2);
    }
  });

  it('goes on in a post that the plan did not name', () => {
    const following = followed(6);
    const posts = [{ post: 'entry-role-it-support', weeks: 0, current: true }];
    const document = expectWhole(
      goOn({ ...following, profile: { ...following.profile, posts }, isFollowed: true }),
    );
    expect(document.stages[0]).toMatchObject({ post: null, until: 'entry-role-it-support', weeks: 6 });
    expect(document.stages[1]).toMatchObject({ post: 'entry-role-it-support', startWeek: 6 });
  });

  it('leaves out what was dropped, and takes what was finished from the budget', () => {
    const [gone] = plan.steps.filter(({ startWeek }) => startWeek > 6);
    const dropped = { ...UNTOUCHED, step: gone?.id ?? '', status: 'dropped' as const };
    const following = followed(6);
    const document = expectWhole(goOn({ ...following, records: [...following.records, dropped] }));
    expect(document.steps.map(({ id }) => id)).not.toContain(gone?.id);
    const budget = { amount: plan.totals.cost.amount, currency: 'GBP' as const };
    const preferences = { ...profile.preferences, budget };
    const bounded = expectWhole(goOn({ ...following, profile: { ...following.profile, preferences } }));
    expect(bounded.totals.cost.amount).toBeLessThanOrEqual(budget.amount);
  });

  it('goes on from a plan of the first edition with what was finished of it', () => {
    const sample = buildSamplePlan({ steps: 10, role: profile.role });
    const done = sample.steps.find(({ kind, hours }) => kind === 'course' && hours > 0);
    if (!done) throw new Error('The sample plan has no course.');
    const records = [{ ...UNTOUCHED, step: done.id, status: 'done' as const, finishedOn: '2026-12-10' }];
    const document = expectWhole(
      goOn({ kept: sample, records, profile: { ...profile, done: [done.id] }, today: '2026-12-21' }),
    );
    expect(document.version).toBe(2);
    expect(document.steps.find(({ id }) => id === done.id)?.status).toBe('done');
    expect(document.profile.preferences.start).toBe(sample.profile.preferences.start);
    expect(document.stages[0]?.startWeek).toBe(0);
  });

  it('takes up a step that was begun without a plan', () => {
    const step = career.steps.find(
      ({ id, kind, atWork }) => kind === 'project' && !atWork && !plan.steps.some((one) => one.id === id),
    );
    if (!step) throw new Error('Every project is planned.');
    const records = [
      { ...UNTOUCHED, step: step.id, status: 'in-progress' as const, startedOn: '2026-12-01' },
    ];
    const document = expectWhole(goOn({ profile, records, today: dayOf(plan, 0) }));
    expect(document.steps.find(({ id }) => id === step.id)?.status).toBe('in-progress');
  });

  it('has nothing to go on from where nothing was begun', () => {
    expect(goOn({ profile, records: [], today: dayOf(plan, 3) })).toBeNull();
    const elsewhere = { ...profile, role: 'devops-engineer' };
    expect(goOn({ profile: elsewhere, records: [], today: dayOf(plan, 3) })).toBeNull();
  });
});
