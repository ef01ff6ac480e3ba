import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { layAhead } from '@/lib/domain/climb/follow/laid';
import { findRuleProblems, type RuleProblem } from '@/lib/domain/climb/follow/rules';
import type { Profile } from '@/lib/domain/climb/profile';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { buildAdministrator, buildClimber, solveFor } from '@/tests/support/climb/solved';

const career = loadCareer();
const profile = buildClimber();
const plan = solveFor(profile);

function check(document: PlanDocument, asked: Profile = profile): RuleProblem[] {
  return findRuleProblems({ career, profile: asked, here: null }, layAhead(document, { weeksGone: 0 }));
}

const codes = (problems: readonly RuleProblem[]) => problems.map(({ code }) => code);

type Step = PlanDocument['steps'][number];
const change = (id: string | undefined, changed: (step: Step) => Partial<Step>): PlanDocument => ({
  ...plan,
  steps: plan.steps.map((step) => (step.id === id ? { ...step, ...changed(step) } : step)),
});

describe('findRuleProblems', () => {
  const people = [
    ...generatePeople(career, { count: 14, seed: 5 }),
    buildAdministrator(),
    buildClimber({ role: 'site-reliability-engineer' }),
  ];
  it('finds nothing in what the engine makes', () => {
    const plans = people.map((person) => [person, solveFor(person)] as const);
    const feasible = plans.filter(([, { status }]) => status !== 'infeasible');
    expect(feasible.length).toBeGreaterThan(8);
    for (const [person, document] of feasible) expect(check(document, person)).toEqual([]);
  });

  const last = plan.steps.at(-1);
  it('finds a step that lies before what it rests on', () => {
    const late = plan.steps.find(({ after }) => after.length > 0);
    expect(codes(check(change(late?.id, () => ({ startWeek: 0 }))))).not.toEqual([]);
  });

  it('finds that without a step a stage does not reach what it leads to', () => {
    const without = { ...plan, steps: plan.steps.filter(({ id }) => id !== last?.id) };
    expect(codes(check(without))).toContain('stage');
  });

  it('finds more hours in a week than there are, and hours that are missing', () => {
    expect(
      codes(check(plan, { ...profile, preferences: { ...profile.preferences, hoursPerWeek: 2 } })),
    ).toContain('pool');
    expect(
      check(change(last?.id, ({ hoursByWeek }) => ({ hoursByWeek: hoursByWeek.map(() => 1) }))),
    ).toContainEqual({ code: 'step', step: last?.id, why: 'hours' });
  });

  it.each<[string, Partial<Profile['preferences']>, string]>([
    ['fewer steps at once', { maxParallel: 1 }, 'parallel'],
    ['less time', { deadline: '2027-01-01' }, 'deadline'],
    ['another step', { pinned: ['terraform-associate'] }, 'pinned'],
    ['weeks off', { weeksOff: [{ from: '2026-12-01', to: '2027-03-01' }] }, 'pool'],
  ])('finds that a plan does not keep %s', (_, preferences, code) => {
    const asked = { ...profile, preferences: { ...profile.preferences, ...preferences } };
    expect(codes(check(plan, asked))).toContain(code);
  });

  it('finds that a plan costs more than there is', () => {
    const asked = buildAdministrator();
    const costly = solveFor(asked);
    const { amount, currency } = costly.totals.cost;
    expect(amount).toBeGreaterThan(1);
    const budget = { amount: amount - 1, currency };
    expect(check(costly, { ...asked, preferences: { ...asked.preferences, budget } })).toEqual([
      { code: 'budget' },
    ]);
  });

  it('finds that a step was left out, and that a way is not open', () => {
    const excluded = { ...profile.preferences, excluded: [last?.id ?? ''] };
    expect(check(plan, { ...profile, preferences: excluded })).toContainEqual({
      code: 'step',
      step: last?.id,
      why: 'not-open',
    });
    const current = [{ post: 'devops-engineer', weeks: 200, current: true }];
    expect(codes(check(plan, { ...profile, posts: current }))).toEqual(['way']);
  });
});
