import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildCourse } from '@/lib/domain/climb/follow/course';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { type Following, splitPlan } from '@/lib/domain/climb/follow/following';
import { computeLateness, moveStep } from '@/lib/domain/climb/follow/late';
import { reschedule } from '@/lib/domain/climb/follow/reschedule';
import { runCourse } from '@/lib/domain/climb/follow/run-course';
import { addDays } from '@/lib/domain/day';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { afterwards, dayOf, followUntil } from '@/tests/support/climb/progress';
import { buildAdministrator, buildClimber, START, solveFor } from '@/tests/support/climb/solved';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const profile = buildClimber();
const plan = solveFor(profile);

function followed(week: number, today = dayOf(plan, week)): Following {
  const records = followUntil(plan, week);
  return { kept: plan, profile: afterwards(profile, plan, { records, weeks: week }), records, today };
}

describe('runCourse', () => {
  it('ends about when the plan does, for all kinds of people', () => {
    const people = [...generatePeople(career, { count: 14, seed: 5 }), buildAdministrator(), profile];
    const plans = people.map((person) => solveFor(person)).filter(({ status }) => status !== 'infeasible');
    expect(plans.length).toBeGreaterThan(8);
    for (const document of plans) {
      const { start } = document.profile.preferences;
      const remaining = splitPlan({ followed: toFollowed(document), records: [], today: start });
      const post = document.stages[0]?.post ?? null;
      const run = runCourse(buildCourse(career, remaining, { records: [], post }));
      expect(run?.weeks, document.role).toBeGreaterThanOrEqual(Math.floor(document.totals.weeks * 0.9));
      expect(run?.weeks, document.role).toBeLessThanOrEqual(Math.ceil(document.totals.weeks * 1.1) + 1);
    }
  });
});

describe('reschedule', () => {
  it('keeps every step, and leaves a plan on its way as long as it was', () => {
    const again = reschedule(career, followed(4));
    expect(again?.steps.map(({ id }) => id).sort()).toEqual(plan.steps.map(({ id }) => id).sort());
    expect(Math.abs((again?.totals.weeks ?? 0) - plan.totals.weeks)).toBeLessThanOrEqual(2);
  });
});

describe('computeLateness', () => {
  it('says nothing of a plan that is on its way', () => {
    expect(computeLateness(career, followed(0))).toBeNull();
    expect(computeLateness(career, followed(4))).toBeNull();
  });

  it('says how many weeks a plan is behind, and lays what is left from today on', () => {
    const lateness = computeLateness(career, {
      kept: plan,
      profile,
      records: [],
      today: addDays(START, 7 * 6),
    });
    expect(lateness?.weeks).toBeGreaterThan(0);
    expect(lateness?.weeks).toBeLessThanOrEqual(8);
    expect(lateness?.problems).toEqual([]);
    expect(Math.min(...(lateness?.document?.steps ?? []).map(({ startWeek }) => startWeek))).toBe(6);
    const stages = lateness?.document && 'stages' in lateness.document ? lateness.document.stages : [];
    expect(stages.reduce((sum, { weeks }) => sum + weeks, 0)).toBe(lateness?.document?.totals.weeks);
  });

  it('moves a plan of the first edition as it is', () => {
    const sample = buildSamplePlan({ steps: 8 });
    const today = addDays(sample.profile.preferences.start, 7 * 5);
    const lateness = computeLateness(career, { kept: sample, profile, records: [], today });
    expect(lateness?.document?.version).toBe(1);
    expect(lateness?.document?.steps).toHaveLength(8);
    expect(Math.min(...(lateness?.document?.steps ?? []).map(({ startWeek }) => startWeek))).toBe(5);
  });
});

describe('moveStep', () => {
  const last = plan.steps.at(-1);
  it('moves a step to a later week and what rests on it along', () => {
    const [head] = plan.steps.filter(({ id }) => plan.steps.some(({ after }) => after.includes(id)));
    const to = dayOf(plan, (head?.startWeek ?? 0) + 2);
    const moved = moveStep(career, followed(0), { step: head?.id ?? '', to });
    expect(moved.kind).toBe('moved');
    const document = moved.kind === 'moved' ? moved.document : plan;
    const find = (id: string | undefined) => document.steps.find((step) => step.id === id);
    expect(find(head?.id)?.start).toBe(to);
    const resting = document.steps.filter(({ after }) => after.includes(head?.id ?? ''));
    expect(resting).not.toEqual([]);
    for (const { start } of resting) expect(start >= (find(head?.id)?.finish ?? '')).toBe(true);
  });

  it('refuses a week in which a step cannot begin yet, with the first in which it can', () => {
    const late = plan.steps.find(({ after, startWeek }) => after.length > 0 && startWeek > 6);
    const moved = moveStep(career, followed(0), { step: late?.id ?? '', to: START });
    expect(moved.kind).toBe('too-early');
  });

  it('refuses a step that the plan does not hold, and one that is finished', () => {
    expect(moveStep(career, followed(0), { step: 'elsewhere', to: START }).kind).toBe('unknown');
    const following = followed(plan.totals.weeks);
    expect(moveStep(career, following, { step: last?.id ?? '', to: START }).kind).toBe('unknown');
  });

  it('refuses to move a step past the deadline', () => {
    const deadline = plan.totals.finish ?? START;
    const bounded = { ...profile, preferences: { ...profile.preferences, deadline } };
    const to = dayOf(plan, plan.totals.weeks + 20);
    const moved = moveStep(career, { ...followed(0), profile: bounded }, { step: last?.id ?? '', to });
    expect(moved).toMatchObject({ kind: 'breaks', problems: expect.arrayContaining([{ code: 'deadline' }]) });
  });
});
