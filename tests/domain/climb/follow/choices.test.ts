import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { listAlternatives } from '@/lib/domain/climb/follow/alternatives';
import { comparePlans } from '@/lib/domain/climb/follow/difference';
import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { layAhead } from '@/lib/domain/climb/follow/laid';
import { explainLength } from '@/lib/domain/climb/follow/length';
import { computeLetStand } from '@/lib/domain/climb/follow/let-stand';
import { findRuleProblems } from '@/lib/domain/climb/follow/rules';
import { allowsMore, listVariations } from '@/lib/domain/climb/follow/variations';
import { pinStep, swapStep } from '@/lib/domain/plan/choose-step';
import { describeLength, describeProblem, describeVariation } from '@/lib/wording/plan-codes';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { buildAdministrator, buildClimber, START, solveFor } from '@/tests/support/climb/solved';
import { expectHeld } from '@/tests/support/expect-held';

const career = loadCareer();
const profile = buildAdministrator();
const plan = solveFor(profile);
const followed = toFollowed(plan);
const climber = buildClimber();
const climb = solveFor(climber);

describe('allowsMore', () => {
  it('is so of a change that leaves the present plan possible, and of no other', () => {
    const { preferences } = profile;
    const all = listVariations(career, {
      plan,
      preferences: { ...preferences, deadline: '2030-01-07', platform: 'aws' },
      holdings: ['bachelors-related'],
      leavePost: false,
      isInWork: true,
    });
    const codes = (is: boolean) => all.filter((one) => allowsMore(one) === is).map(({ code }) => code);
    expect(codes(true)).toEqual(
      expect.arrayContaining(['moreHours', 'noDeadline', 'noPlatform', 'leavePost']),
    );
    expect(codes(false)).toEqual(expect.arrayContaining(['fewerHours', 'withoutHolding']));
  });
});

describe('comparePlans', () => {
  it('says what comes and goes, moves and costs', () => {
    const [first, ...rest] = plan.steps;
    const last = rest.at(-1);
    const other = toFollowed({
      ...plan,
      totals: { ...plan.totals, weeks: plan.totals.weeks + 3, hours: plan.totals.hours - 5 },
      steps: [{ ...rest[0], start: '2028-01-03' } as (typeof rest)[0], ...rest.slice(1)],
    });
    const difference = comparePlans({ kept: followed, other });
    expect(difference).toMatchObject({ weeks: 3, hours: -5, amount: 0, added: [] });
    expect(difference.dropped.map(({ id }) => id)).toEqual([first?.id]);
    expect(difference.moved.map(({ step, from }) => [step.id, from])).toEqual([
      [rest[0]?.id, rest[0]?.start],
    ]);
    expect(comparePlans({ kept: other, other: followed }).added.map(({ id }) => id)).toEqual([first?.id]);
    expect(last).toBeDefined();
  });

  it('says which posts come, go and move', () => {
    const kept = toFollowed(climb);
    const post = kept.stages[1]?.post ?? '';
    const later = {
      ...kept,
      stages: kept.stages.map((stage, place) => (place === 1 ? { ...stage, start: '2029-01-01' } : stage)),
    };
    expect(comparePlans({ kept, other: later }).posts.moved).toEqual([
      { post, start: '2029-01-01', from: kept.stages[1]?.start },
    ]);
    expect(comparePlans({ kept, other: followed }).posts.dropped.map((one) => one.post)).toContain(post);
  });
});

describe('computeLetStand', () => {
  it('names what stays open without each step, and a readiness below 100', () => {
    let [open, whole] = [0, 0];
    for (const { id } of plan.steps) {
      const found = computeLetStand(career, plan, id);
      if (!found || found.canDos.length === 0) continue;
      open += 1;
      expect(found.readiness).toBeLessThan(100);
      for (const { level, target } of found.skills) expect(level).toBeLessThanOrEqual(target);
      if (found.asked.length > 0) continue;
      whole += 1;
      // Without what is then let stand the rest of the plan keeps every rule, in this order or another.
      const gone = new Set([id, ...found.steps]);
      const asked = { ...profile, letStand: [...found.canDos] };
      const laid = layAhead(plan, { weeksGone: 0, isLeft: (step) => !gone.has(step) });
      const isKept = findRuleProblems({ career, profile: asked, here: null }, laid).length === 0;
      if (isKept) continue;
      const preferences = { ...profile.preferences, excluded: [id] };
      expect(solveFor({ ...asked, preferences }).status, id).not.toBe('infeasible');
    }
    expectHeld({ open, whole });
  });

  it('knows nothing of a step that the plan does not hold', () => {
    expect(computeLetStand(career, plan, 'elsewhere')).toBeNull();
  });
});

describe('listAlternatives', () => {
  it('names steps in whose place the plan still reaches the goal', () => {
    let tried = 0;
    for (const { id } of plan.steps.slice(0, 12)) {
      const [best] = listAlternatives(career, plan, id);
      if (best === undefined) continue;
      tried += 1;
      const preferences = swapStep(profile.preferences, { out: id, step: best });
      const swapped = solveFor({ ...profile, preferences });
      expect(swapped.status, `${best} for ${id}`).not.toBe('infeasible');
      expect(swapped.steps.map((step) => step.id)).toContain(best);
    }
    expectHeld({ tried });
  });
});

describe('explainLength', () => {
  it('says for every stage what sets its length, in codes that have words', () => {
    const people = generatePeople(career, { count: 3, seed: 9 });
    const codes = new Set<string>();
    for (const person of [...people, profile, climber]) {
      const document = solveFor(person);
      const reasons = explainLength(career, toFollowed(document));
      expect(reasons).toHaveLength(document.stages.length);
      for (const reason of reasons) {
        codes.add(reason.code);
        expect(describeLength(career, reason)).toMatch(/\.$/);
      }
    }
    expect(codes.size).toBeGreaterThan(1);
  });

  it('says that hours set the length where they do', () => {
    const slow = { ...profile, preferences: { ...profile.preferences, hoursPerWeek: 2 } };
    expect(explainLength(career, toFollowed(solveFor(slow)))[0]).toMatchObject({
      code: 'hours',
      isMoreHoursUseful: true,
    });
  });
});

describe('listVariations', () => {
  it('changes one thing each, and has words for all', () => {
    const preferences = pinStep(
      {
        ...profile.preferences,
        budget: { amount: 500, currency: 'GBP' as const },
        deadline: '2030-01-01',
        platform: 'aws' as const,
        excluded: ['ckad'],
        excludedKinds: ['degree' as const],
      },
      plan.steps[0]?.id ?? '',
    );
    const input = { plan, preferences, holdings: ['bachelors-other'], leavePost: false, isInWork: true };
    const found = listVariations(career, input);
    const words = found.map((variation) => describeVariation(career, variation));
    expect(new Set(words).size).toBe(found.length);
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'moreHours',
        'noBudget',
        'noDeadline',
        'noPlatform',
        'allowKind',
        'allowStep',
        'leavePost',
        'withoutHolding',
      ]),
    );
    for (const variation of found)
      expect([variation.preferences, variation.holdings, variation.leavePost]).not.toEqual([
        preferences,
        input.holdings,
        false,
      ]);
  });
});

describe('describeProblem', () => {
  it('has words for what a rule says', () => {
    const deadline = {
      ...profile,
      preferences: { ...profile.preferences, deadline: START, hoursPerWeek: 1 },
    };
    const problems = findRuleProblems(
      { career, profile: deadline, here: null },
      layAhead(plan, { weeksGone: 0 }),
    );
    expect(problems.length).toBeGreaterThan(1);
    for (const problem of problems) expect(describeProblem(career, problem)).toMatch(/\.$/);
  });
});
