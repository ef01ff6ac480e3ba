import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { chooseBest } from '@/lib/domain/climb/follow/best-known';
import { solveContinuation } from '@/lib/domain/climb/follow/continuation';
import { listKeptDates } from '@/lib/domain/climb/follow/held-dates';
import { moveStep } from '@/lib/domain/climb/follow/late';
import { replan } from '@/lib/domain/climb/follow/replan';
import { solvePlan } from '@/lib/domain/climb/solve-plan';
import { holdDate } from '@/lib/domain/plan/choose-step';
import { planWords } from '@/lib/wording/plan-words';
import { dayOf } from '@/tests/support/climb/progress';
import { buildAdministrator, solveFor } from '@/tests/support/climb/solved';
import { recordStep } from '@/tests/support/standing';

const career = loadCareer();
const options = { effort: 'glance', words: planWords } as const;
const profile = buildAdministrator();
const plan = solveFor(profile);
const step = plan.steps.find(({ startWeek }) => startWeek < 4)?.id ?? '';
const on = dayOf(plan, 12);
/** Within four weeks of it, where what is under way by then leaves no place sooner. */
const near = [0, 1, 2, 3, 4].map((weeks) => dayOf(plan, 12 + weeks));
const dated = { ...profile, preferences: holdDate(profile.preferences, { step, on }) };
const startOf = (document: PlanDocument | null, id = step) =>
  document?.steps.find((one) => one.id === id)?.start;

describe('a date set by hand', () => {
  it('is what the step begins on in every plan that is made from then on', () => {
    expect(near).not.toContain(startOf(plan));
    const made = solvePlan(career, dated, options);
    expect(near).toContain(startOf(made));
    expect(listKeptDates(dated.preferences, made)).toEqual([step]);
  });

  it('stays where a plan goes on from what was begun', () => {
    const begun = plan.steps.find(({ id, startWeek }) => id !== step && startWeek === 0)?.id ?? '';
    const following = {
      kept: plan,
      profile: dated,
      records: [recordStep(begun, { status: 'in-progress' })],
      today: dayOf(plan, 1),
    };
    expect(near).toContain(startOf(solveContinuation(career, following, options)));
  });

  it('stays where a plan is offered for what changed', () => {
    const made = solvePlan(career, dated, options);
    const dropped =
      made.steps.find(({ startWeek, teaches }) => startWeek > 6 && teaches.length > 0)?.id ?? '';
    const offer = replan(
      career,
      {
        kept: made,
        profile: dated,
        records: [recordStep(dropped, { status: 'dropped' })],
        today: dayOf(made, 0),
      },
      options,
    );
    expect(offer.kind).toBe('offer');
    expect(near).toContain(startOf(offer.kind === 'offer' ? offer.document : null));
  });

  it('stays where another step is moved, and is kept with the plan', () => {
    const going = { kept: plan, profile, records: [], today: plan.profile.preferences.start };
    const asked = moveStep(career, going, { step, to: on });
    const to = asked.kind === 'too-early' ? asked.from : on;
    const first = moveStep(career, going, { step, to });
    if (first.kind !== 'moved') return expect.fail(first.kind);
    const kept = first.document as PlanDocument;
    const { dates } = kept.profile.preferences;
    expect(dates).toEqual([{ step, on: to }]);
    const other = kept.steps.findLast(({ id }) => id !== step);
    const second = moveStep(
      career,
      { ...going, kept, profile: { ...profile, preferences: { ...profile.preferences, dates } } },
      { step: other?.id ?? '', to: dayOf(plan, (other?.startWeek ?? 0) + 3) },
    );
    if (second.kind !== 'moved') return expect.fail(second.kind);
    expect(startOf(second.document as PlanDocument)).toBe(to);
  });

  it('is not given up for a plan that was known before', () => {
    const made = solvePlan(career, dated, options);
    const asked = { career, profile: dated, here: null, weeksGone: 0 };
    const before = { ...plan, totals: { ...plan.totals, hours: 0 } };
    expect(near).toContain(startOf(chooseBest(asked, made, [before])));
  });

  it('is left aside where it would break a rule', () => {
    const bounded = { ...dated.preferences, deadline: plan.totals.finish };
    const late = { ...bounded, dates: [{ step, on: dayOf(plan, plan.totals.weeks + 30) }] };
    const made = solvePlan(career, { ...dated, preferences: late }, options);
    expect(made.status).not.toBe('infeasible');
    expect(listKeptDates(late, made)).toEqual([]);
  });
});
