import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { isBetterPlan, listPlanValue } from '@/lib/domain/planner/plan-value';
import type { Objective } from '@/lib/domain/planner/profile';
import { OBJECTIVES, preferencesSchema } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { describeNoPlan, describeProof } from '@/lib/plan/proof';

const career = loadCareer();

function solveFor(optimiseFor: Objective): PlanDocument {
  const levels = { ...career.roleById.get('apprentice-devops-engineer')?.targets };
  const preferences = preferencesSchema.parse({ start: '2027-01-04', optimiseFor });
  const profile = {
    career: career.id,
    role: 'junior-devops-engineer',
    levels,
    holdings: [],
    done: [],
    preferences,
  };
  return solvePlan(career, profile, { effort: 'quick' });
}

function change(
  plan: PlanDocument,
  totals: Partial<PlanDocument['totals']>,
  bound = plan.bound,
): PlanDocument {
  return { ...plan, status: 'feasible', bound, totals: { ...plan.totals, ...totals } };
}

describe('listPlanValue', () => {
  test('follows the order of the bound for every objective', () => {
    const plans = OBJECTIVES.map(solveFor);
    for (const plan of plans) expect(listPlanValue(plan)[0]).toBeGreaterThanOrEqual(plan.bound?.[0] ?? NaN);
    const proved = plans.filter(({ status }) => status === 'optimal');
    expect(proved.length).toBeGreaterThan(0);
    for (const plan of proved) expect(listPlanValue(plan)).toEqual(plan.bound);
  });
});

describe('describeProof', () => {
  const fastest = solveFor('fastest');
  const balanced = solveFor('balanced');
  const [weeks, cost, steps] = listPlanValue(fastest);
  const [least, length] = listPlanValue(balanced);

  test('claims the shortest plan only when its weeks reach the bound', () => {
    expect(describeProof(change(fastest, {}, [weeks, cost, steps]))[0]).toMatch(
      /^No plan for you is shorter, and none/,
    );
    expect(describeProof(change(fastest, {}, [weeks - 3, 0, 1]))).toEqual([
      'No plan for you can be more than 3 weeks shorter: proved.',
    ]);
  });

  test('says how much cheaper a plan could be at most', () => {
    const sentences = describeProof(
      change(balanced, { cost: { ...balanced.totals.cost, amount: least + 20 } }, [least, 0, 1]),
    );
    expect(sentences[1]).toBe('None of them can cost more than £20 less: proved.');
    expect(sentences).toHaveLength(2);
  });

  test('says how much shorter an equally cheap plan could be', () => {
    const sentences = describeProof(change(balanced, {}, [least, length - 2, 1]));
    expect(sentences.slice(1)).toEqual([
      'None of them costs less: proved.',
      'One as cheap could be up to 2 weeks shorter.',
    ]);
  });

  test('does not claim the fastest plan where only the rest is proved', () => {
    expect(describeProof(change(balanced, {}, listPlanValue(balanced))).at(-1)).toMatch(
      /^A faster plan may exist/,
    );
  });
});

describe('describeNoPlan', () => {
  const none: PlanDocument = { ...solveFor('balanced'), status: 'infeasible', steps: [], bound: null };

  test('says that there is none only where that is proved', () => {
    expect(describeNoPlan({ ...none, proved: true })).toBe('there is no plan');
    for (const proved of [false, undefined])
      expect(describeNoPlan({ ...none, proved })).toBe(
        'no plan was found, though it is not proved that there is none',
      );
  });
});

describe('isBetterPlan', () => {
  const plan = solveFor('balanced');

  test('compares by the objective and calls no plan better than itself', () => {
    const dearer = change(plan, { cost: { ...plan.totals.cost, amount: plan.totals.cost.amount + 1 } });
    expect(isBetterPlan(plan, plan)).toBe(false);
    expect(isBetterPlan(plan, dearer)).toBe(true);
    expect(isBetterPlan(dearer, plan)).toBe(false);
  });

  test('prefers the plan that keeps the limit which a faster plan sets', () => {
    const longer = change(plan, {
      weeks: (plan.totals.bestWeeks ?? 0) * 2,
      cost: { ...plan.totals.cost, amount: 0 },
    });
    expect(isBetterPlan(plan, longer)).toBe(true);
  });
});
