import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSmallInstance } from '@/bench/small-instances';
import { addDays } from '@/lib/domain/day';
import { explainAnew, solveContinuation } from '@/lib/domain/planner/continuation';
import { type PlanDocument, planDocumentSchema } from '@/lib/domain/planner/document';
import { listPlanValue } from '@/lib/domain/planner/plan-value';
import { type Objective, profileSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { expectHeld } from '@/tests/support/expect-held';
import { makeCareer } from '@/tests/support/make-career';

/** Five books of 10 hours, one after the other, and one that is dearer in place of the last. */
const career = makeCareer({
  skills: ['coding'],
  roles: { engineer: { coding: 5 }, lead: { coding: 4 } },
  steps: [
    ...[0, 1, 2, 3, 4].map((level) => ({
      id: `book-${level}`,
      raises: [['coding', level, level + 1]] as const,
      hours: 10,
    })),
    {
      id: 'course',
      raises: [['coding', 4, 5]],
      hours: 10,
      cost: { amount: 90, currency: 'GBP', per: 'total' },
    },
  ],
});
const profile = profileSchema.parse({
  career: career.id,
  role: 'engineer',
  preferences: { start: '2026-12-07', hoursPerWeek: 10 },
});
const kept = solvePlan(career, profile);
const finished = { ...UNTOUCHED, step: 'book-0', status: 'done' as const, hoursSpent: 10 };
const begun = { ...UNTOUCHED, step: 'book-1', status: 'in-progress' as const, hoursSpent: 6 };
const dropped = { ...UNTOUCHED, step: 'book-4', status: 'dropped' as const };
const goOn = (changes: Partial<Parameters<typeof solveContinuation>[1]>) =>
  solveContinuation(
    career,
    {
      kept,
      profile: { ...profile, levels: { coding: 1 } },
      records: [finished, begun],
      today: '2026-12-21',
      ...changes,
    },
    { effort: 'quick' },
  );
const stepOf = (plan: PlanDocument | null, id: string) => plan?.steps.find((step) => step.id === id);

const anyCase = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  steps: fc.integer({ min: 4, max: 9 }),
  week: fc.integer({ min: 1, max: 8 }),
  slip: fc.nat({ max: 6 }),
});

/** Someone who followed the plan of a small career for some weeks, then let some slip, and has other hours now. */
function followSmall({
  week,
  slip,
  ...draft
}: {
  week: number;
  slip: number;
} & Parameters<typeof generateSmallInstance>[0]) {
  const instance = generateSmallInstance(draft);
  const before = solvePlan(instance.career, instance.profile, { effort: 'quick' });
  const records = before.steps
    .filter((step) => step.startWeek < week)
    .map((step) => ({
      ...UNTOUCHED,
      step: step.id,
      status: step.startWeek + step.weeks <= week ? ('done' as const) : ('in-progress' as const),
    }));
  const preferences = { ...instance.profile.preferences, deadline: null, hoursPerWeek: 7 };
  const profile = { ...instance.profile, preferences };
  const today = addDays(preferences.start, (week + slip) * 7);
  return { instance, followed: { kept: before, profile, records, today } };
}

describe('solveContinuation', () => {
  it('keeps what is finished where it was, and gives what is under way the hours that are left', () => {
    const plan = goOn({});
    expect(stepOf(plan, 'book-0')).toEqual({ ...stepOf(kept, 'book-0'), status: 'done' });
    expect(stepOf(plan, 'book-1')).toMatchObject({
      status: 'in-progress',
      start: '2026-12-14',
      finish: '2026-12-27',
      hours: 10,
      hoursByWeek: [6, 4],
    });
    expect(stepOf(plan, 'book-2')).toMatchObject({ status: 'todo', start: '2026-12-28' });
    expect(stepOf(plan, 'book-1')?.why).not.toContain('You asked for it.');
    expect(plan?.totals).toMatchObject({ steps: 5, hours: 50, finish: '2027-01-17' });
  });

  it('says of what is under way that it was asked for only where the person pinned it', () => {
    const preferences = { ...profile.preferences, pinned: ['book-1'] };
    const plan = goOn({ profile: { ...profile, levels: { coding: 1 }, preferences } });
    expect(stepOf(plan, 'book-1')?.why).toContain('You asked for it.');
  });

  it('begins the rest on the start date of the settings where that is still to come', () => {
    const preferences = { ...profile.preferences, start: '2027-03-01' };
    const plan = goOn({ profile: { ...profile, levels: { coding: 1 }, preferences } });
    expect(stepOf(plan, 'book-0')?.start).toBe('2026-12-07');
    expect(stepOf(plan, 'book-2')?.start).toBe('2027-03-08');
  });

  it('leaves out what was dropped, and finds nothing where no plan does without it', () => {
    const plan = goOn({ records: [finished, dropped] });
    expect(plan?.steps.map(({ id }) => id)).toEqual(['book-0', 'book-1', 'book-2', 'book-3', 'course']);
    expect(plan?.totals.cost.amount).toBe(90);
    const both = [finished, dropped, { ...dropped, step: 'course' }];
    expect(goOn({ records: both })).toBeNull();
  });

  it('begins anew for another role, with what is under way in it', () => {
    const preferences = { ...profile.preferences, start: '2026-12-28' };
    const other = { ...profile, role: 'lead', levels: { coding: 1 } as const, preferences };
    const plan = goOn({ profile: other });
    expect(plan?.steps.map(({ id }) => id)).toEqual(['book-1', 'book-2', 'book-3']);
    expect(stepOf(plan, 'book-1')).toMatchObject({ start: '2026-12-28', hours: 10, hoursByWeek: [10] });
    expect(stepOf(plan, 'book-2')?.start).toBe('2027-01-04');
  });

  it('has nothing to say where nothing was begun or dropped', () => {
    expect(goOn({ records: [] })).toBeNull();
    expect(goOn({ records: [{ ...finished, step: 'course' }] })).toBeNull();
  });

  it('lets what is under way take no longer than its hours ask for, and no more hours a week than it takes', () => {
    const long = makeCareer({
      skills: ['coding'],
      roles: { engineer: { coding: 1 } },
      steps: [{ id: 'course', raises: [['coding', 0, 1]], hours: 40, weeks: 4 }],
    });
    const slow = profileSchema.parse({
      career: long.id,
      role: 'engineer',
      preferences: { start: '2026-12-07', hoursPerWeek: 4 },
    });
    const stretched = solvePlan(long, slow);
    expect(stretched.totals.weeks).toBe(10);
    const hoursAfter = (today: string, hoursSpent: number) =>
      solveContinuation(
        long,
        {
          kept: stretched,
          profile: { ...slow, preferences: { ...slow.preferences, hoursPerWeek: 20 } },
          records: [{ ...UNTOUCHED, step: 'course', status: 'in-progress', hoursSpent }],
          today,
        },
        { effort: 'quick' },
      )?.steps[0]?.hoursByWeek;
    // Two weeks in, 32 hours are left, of which a week takes ten.
    expect(hoursAfter('2026-12-21', 8)?.slice(2)).toEqual([8, 8, 8, 8]);
    expect(hoursAfter('2027-02-22', 8)?.slice(11)).toEqual([8, 8, 8, 8]);
    expect(hoursAfter('2026-12-21', 36)?.slice(2)).toEqual([2, 2]);
  });

  it('moves nothing that is finished or begun, keeps every sum, and proves no more than there is', () => {
    const held = { 'under way': 0, done: 0, ahead: 0, 'hours summed': 0, bound: 0 };
    let checked = 0;
    fc.assert(
      fc.property(anyCase, ({ week, slip, ...draft }) => {
        const { instance, followed } = followSmall({ week, slip, ...draft });
        const { kept: before, records } = followed;
        const plan = solveContinuation(instance.career, followed, { effort: 'quick' });
        if (!plan) return;
        checked += 1;
        planDocumentSchema.parse(plan);
        expect(explainAnew(instance.career, plan, { profile: followed.profile, followed })).toEqual(plan);
        for (const { step, status } of records) {
          const [old, now] = [stepOf(before, step), stepOf(plan, step)];
          if (now?.status === 'again') continue;
          expect(now?.start).toBe(old?.start);
          if (status === 'done') expect(now).toEqual({ ...old, status });
          held[status === 'done' ? 'done' : 'under way'] += 1;
        }
        const begunIds = new Set(records.map(({ step }) => step));
        for (const step of plan.steps) {
          expect(step.finish).toBe(addDays(step.start, step.weeks * 7 - 1));
          if (!begunIds.has(step.id)) {
            expect(step.startWeek).toBeGreaterThanOrEqual(week + slip);
            held.ahead += 1;
          }
          if (step.hours > 0) {
            expect(step.hoursByWeek.reduce((total, hours) => total + hours, 0)).toBe(step.hours);
            held['hours summed'] += 1;
          }
        }
        const [first] = plan.bound ?? [];
        if (first === undefined) return;
        expect(first).toBeLessThanOrEqual(listPlanValue(plan)[0]);
        held.bound += 1;
      }),
      { numRuns: 150, seed: 2026 },
    );
    expectHeld({ checked, ...held }, 20);
  });

  it('asks the same again of the plan that it came to, and refutes nothing that another objective found', () => {
    const held = { asked: 0, 'asked again': 0 };
    fc.assert(
      fc.property(anyCase, (draft) => {
        const { instance, followed } = followSmall(draft);
        const solveFor = (optimiseFor: Objective, kept = followed.kept) => {
          const preferences = { ...followed.profile.preferences, optimiseFor };
          const wanted = { ...followed, kept, profile: { ...followed.profile, preferences } };
          return solveContinuation(instance.career, wanted, { effort: 'quick' });
        };
        const [fastest, balanced, cheapest] = (['fastest', 'balanced', 'cheapest'] as const).map(
          (objective) => solveFor(objective),
        );
        if (!fastest || !balanced || !cheapest) return;
        held.asked += 1;
        for (const plan of [fastest, balanced, cheapest]) {
          expect(plan.totals.bestWeeks).toBeLessThanOrEqual(plan.totals.weeks);
          expect(fastest.bound?.[0]).toBeLessThanOrEqual(plan.totals.weeks);
        }
        expect(cheapest.bound?.[0]).toBeLessThanOrEqual(balanced.totals.cost.amount);
        const again = solveFor('balanced', balanced);
        expect(again?.bound?.[0]).toBeLessThanOrEqual(listPlanValue(balanced)[0]);
        if (balanced.status !== 'optimal' || again?.status !== 'optimal') return;
        expect(listPlanValue(again)).toEqual(listPlanValue(balanced));
        held['asked again'] += 1;
      }),
      { numRuns: 100, seed: 2026 },
    );
    expectHeld(held, 20);
  });
});
