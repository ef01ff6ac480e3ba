import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSmallInstance } from '@/bench/small-instances';
import { loadCareer } from '@/lib/catalogue';
import type { Level } from '@/lib/domain/catalogue';
import { addDays } from '@/lib/domain/day';
import { type PlanDocument, planDocumentSchema } from '@/lib/domain/planner/document';
import { type Profile, profileSchema } from '@/lib/domain/planner/profile';
import { type Replanning, replan } from '@/lib/domain/planner/replan';
import { solvePlan } from '@/lib/domain/planner/solve';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { expectHeld } from '@/tests/support/expect-held';

/** Follows a plan to the letter for so many weeks: what is over is done, what has begun is under way. */
function follow(plan: PlanDocument, weeks: number) {
  return plan.steps
    .filter((step) => step.startWeek < weeks)
    .map((step) => ({
      ...UNTOUCHED,
      step: step.id,
      status: step.startWeek + step.weeks <= weeks ? ('done' as const) : ('in-progress' as const),
    }));
}

/** The profile of someone whose finished steps brought the levels that they promise. */
function stand(plan: PlanDocument, profile: Profile, weeks: number): Profile {
  const levels: Record<string, Level> = { ...profile.levels };
  const over = plan.steps.filter((step) => step.startWeek + step.weeks <= weeks);
  for (const { raises } of over)
    for (const { skill, to } of raises) if (to > (levels[skill] ?? 0)) levels[skill] = to;
  return { ...profile, levels, done: [...new Set([...profile.done, ...over.map(({ id }) => id)])] };
}

const dayOf = (plan: PlanDocument, week: number) => addDays(plan.profile.preferences.start, week * 7);
const documentOf = (answer: Replanning) => (answer.kind === 'offer' ? answer.document : null);

/** A plan followed for `week` weeks and then not touched for `slip` more. */
const anyCase = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    steps: fc.integer({ min: 4, max: 9 }),
    week: fc.integer({ min: 0, max: 8 }),
    slip: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 12 })),
    hours: fc.integer({ min: 1, max: 30 }),
    fall: fc.nat({ max: 2 }),
    leftOut: fc.nat({ max: 3 }),
  })
  .map((draft) => ({ ...draft, ...generateSmallInstance(draft) }));

describe('replan', () => {
  it('offers nothing where nothing changed, however far the plan has come and however late it runs', () => {
    let followed = 0;
    fc.assert(
      fc.property(anyCase, ({ career, profile, week, slip }) => {
        const kept = solvePlan(career, profile, { effort: 'quick' });
        if (kept.status === 'infeasible') return;
        const answer = replan(career, {
          kept,
          profile: stand(kept, profile, week),
          records: follow(kept, week),
          today: dayOf(kept, week + slip),
        });
        expect(answer).toEqual({ kind: 'none' });
        followed += 1;
      }),
      { numRuns: 60, seed: 2026 },
    );
    expect(followed).toBeGreaterThan(30);
  });

  /** What is offered after ratings and hours changed and a step that is not begun was left out. */
  const offers = fc
    .sample(anyCase, { numRuns: 1500, seed: 2026 })
    .flatMap(({ career, profile, week, slip, hours, fall, leftOut }) => {
      const kept = solvePlan(career, profile, { effort: 'quick' });
      if (kept.status === 'infeasible') return [];
      const standing = stand(kept, profile, week);
      const skill = career.skills[0]?.id ?? '';
      const level = Math.max(0, (standing.levels[skill] ?? 0) - fall) as Level;
      const records = follow(kept, week);
      const begun = new Set(records.map(({ step }) => step));
      const ahead = kept.steps.filter(({ id }) => !begun.has(id));
      const preferences = {
        ...standing.preferences,
        hoursPerWeek: hours,
        excluded: ahead.slice(leftOut, leftOut + 1).map(({ id }) => id),
        deadline: null,
        budget: null,
      };
      const answer = replan(career, {
        kept,
        profile: { ...standing, levels: { ...standing.levels, [skill]: level }, preferences },
        records,
        today: dayOf(kept, week + slip),
      });
      const document = documentOf(answer);
      const isLate = slip > 0 || hours < profile.preferences.hoursPerWeek;
      return document ? [{ kept, document, records, begun, today: week + slip, isLate }] : [];
    });
  const countOf = (some: readonly { isLate: boolean }[]): number[] =>
    [true, false].map((late) => some.filter(({ isLate }) => isLate === late).length);

  it('never moves what is finished or begun, and begins nothing in the past', () => {
    const held = { 'under way': 0, done: 0, ahead: 0, 'hours summed': 0 };
    for (const { kept, document, records, begun, today } of offers) {
      planDocumentSchema.parse(document);
      const after = new Map(document.steps.map((step) => [step.id, step]));
      for (const record of records) {
        const before = kept.steps.find(({ id }) => id === record.step);
        if (after.get(record.step)?.status === 'again') continue;
        expect(after.get(record.step)?.start).toBe(before?.start);
        if (record.status === 'done') expect(after.get(record.step)?.finish).toBe(before?.finish);
        held[record.status === 'done' ? 'done' : 'under way'] += 1;
      }
      for (const step of document.steps) {
        if (!begun.has(step.id)) {
          expect(step.startWeek).toBeGreaterThanOrEqual(today);
          held.ahead += 1;
        }
        expect(step.finish).toBe(addDays(step.start, step.weeks * 7 - 1));
        if (step.hours === 0) continue;
        expect(step.hoursByWeek).toHaveLength(step.weeks);
        expect(step.hoursByWeek.reduce((total, one) => total + one, 0)).toBe(step.hours);
        held['hours summed'] += 1;
      }
    }
    expectHeld(held, 20);
    expect(Math.min(...countOf(offers))).toBeGreaterThan(30);
  });

  it('lets nothing new into the next four weeks while something is under way, late or not', () => {
    const goingOn = offers.flatMap(({ kept, document, records, begun, today, isLate }) => {
      const known = new Map(kept.steps.map((step) => [step.id, step]));
      const over = new Set(records.filter(({ status }) => status === 'done').map(({ step }) => step));
      const near = document.steps.filter(
        ({ id, startWeek, weeks }) => !over.has(id) && startWeek < today + 4 && startWeek + weeks > today,
      );
      const added = near.filter(({ id }) => !known.has(id));
      const moved = near.filter(({ id, start }) => known.has(id) && known.get(id)?.start !== start);
      return near.some(({ id }) => begun.has(id)) ? [{ added, moved, isLate }] : [];
    });
    for (const { added, moved, isLate } of goingOn) {
      expect(added).toEqual([]);
      if (!isLate) expect(moved).toEqual([]);
    }
    expect(Math.min(...countOf(goingOn))).toBeGreaterThan(3);
  });

  const career = loadCareer();
  const profile = profileSchema.parse({
    career: 'devops',
    role: 'junior-devops-engineer',
    levels: { coding: 1, communications: 2 },
    preferences: { start: '2026-12-07' },
  });
  const kept = solvePlan(career, profile, { effort: 'quick' });
  const later = kept.steps.findLast((step) => step.startWeek > 12);

  it('finds another way where a step was dropped, and keeps as many of the others as it can', () => {
    if (!later) throw new Error('The sample plan has no late step.');
    const records = [...follow(kept, 6), { ...UNTOUCHED, step: later.id, status: 'dropped' as const }];
    const today = dayOf(kept, 6);
    const answer = replan(career, { kept, profile: stand(kept, profile, 6), records, today });
    const document = documentOf(answer);
    if (!document) throw new Error(`No plan is offered: ${answer.kind}.`);
    expect(document.steps.map(({ id }) => id)).not.toContain(later.id);
    const frozen = kept.steps.filter((step) => step.startWeek < 10 && step.id !== later.id);
    expect(frozen.length).toBeGreaterThan(0);
    for (const step of frozen)
      expect(document.steps.find(({ id }) => id === step.id)?.start).toBe(step.start);
    const added = document.steps.filter(({ id }) => !kept.steps.some((step) => step.id === id));
    expect(added.length).toBeLessThanOrEqual(3);
  });

  it('goes on in the plan’s order for the next four weeks where it runs late', () => {
    if (!later) throw new Error('The sample plan has no late step.');
    const records = follow(kept, 6);
    const begun = new Set(records.map(({ step }) => step));
    const next = kept.steps.find(({ id }) => !begun.has(id));
    const input = { kept, profile: stand(kept, profile, 6), records, today: dayOf(kept, 14) };
    const excluded = [later.id];
    const document = documentOf(
      replan(career, {
        ...input,
        profile: { ...input.profile, preferences: { ...input.profile.preferences, excluded } },
      }),
    );
    const known = new Set(kept.steps.map(({ id }) => id));
    const ahead = document?.steps.filter(({ id }) => !begun.has(id)) ?? [];
    expect(ahead[0]?.id).toBe(next?.id);
    for (const step of ahead) expect(step.startWeek).toBeGreaterThanOrEqual(14);
    const soon = ahead.filter(({ startWeek }) => startWeek < 18).map(({ id }) => id);
    expect(soon.length).toBeGreaterThan(0);
    expect([...known]).toEqual(expect.arrayContaining(soon));
    // What is under way needs the hours that are left of it, and no week of the past counts as worked.
    const underWay = document?.steps.filter(({ id }) => begun.has(id)) ?? [];
    expect(underWay.length).toBeGreaterThan(0);
    for (const step of underWay)
      expect(step.hoursByWeek.reduce((total, one) => total + one, 0)).toBe(step.hours);
  });

  it('keeps what is under way where its kind is left out, and lets go of a pinned step that was dropped', () => {
    if (!later) throw new Error('The sample plan has no late step.');
    const first = kept.steps.find(({ kind, startWeek }) => kind === later.kind && startWeek === 0);
    if (!first) throw new Error('The sample plan begins with no step of that kind.');
    const begun = { ...UNTOUCHED, step: first.id, status: 'in-progress' as const };
    const answer = replan(career, {
      kept,
      profile: {
        ...profile,
        preferences: { ...profile.preferences, excludedKinds: [first.kind], pinned: [later.id] },
      },
      records: [begun, { ...UNTOUCHED, step: later.id, status: 'dropped' as const }],
      today: dayOf(kept, 0),
    });
    const ids = documentOf(answer)?.steps.map(({ id }) => id);
    expect(ids).toContain(first.id);
    expect(ids).not.toContain(later.id);
  });

  it('gives the same plan for the same input', () => {
    if (!later) throw new Error('The sample plan has no late step.');
    const input = {
      kept,
      profile: stand(kept, profile, 6),
      records: [...follow(kept, 6), { ...UNTOUCHED, step: later.id, status: 'dropped' as const }],
      today: dayOf(kept, 6),
    };
    expect(replan(career, input)).toEqual(replan(career, input));
  });

  it('leaves a plan for another role to be made anew', () => {
    const other = { ...profile, role: 'devops-engineer' };
    expect(replan(career, { kept, profile: other, records: [], today: '2026-12-07' })).toEqual({
      kind: 'none',
    });
  });
});
