import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { getGoal, listGoals } from '@/lib/queries/goals';
import {
  getKeptPlan,
  getKeptPlanById,
  isPlanUnreadable,
  listPlans,
  savePlan,
  savePlanWithGoal,
} from '@/lib/queries/plans';
import { buildClimber, solveFor } from '../support/climb/solved';
import { makePerson, setUpDatabase } from '../support/database';
import { buildSamplePlan } from '../support/sample-plan';

setUpDatabase();

const SAMPLE = buildSamplePlan({ steps: 3 });
const { weeks, steps, cost } = SAMPLE.totals;
const TOTALS = { weeks, steps, cost: { amount: cost.amount, currency: cost.currency } };

const buildDocument = (role = 'devops-engineer'): PlanDocument => ({
  ...SAMPLE,
  role,
  assumptions: ['“ünïcode” 漢字'],
});

describe('savePlan', () => {
  it('keeps every plan and gives back the newest', async () => {
    const user = await makePerson();
    expect(await getKeptPlan(user, 'devops')).toBeNull();
    const document = buildDocument();
    await savePlan(user, { document, reason: 'made', now: new Date('2026-01-01T00:00:00Z') });
    await savePlan(user, { document: buildDocument('sre'), reason: 'replanned' });
    expect(await getKeptPlan(user, 'devops')).toMatchObject({ role: 'sre', reason: 'replanned' });
    const [newest, oldest] = await listPlans(user, 'devops');
    expect([newest?.role, oldest?.role]).toEqual(['sre', 'devops-engineer']);
    const kept = await getKeptPlanById(user, oldest?.id ?? '');
    expect(kept?.document).toEqual(document);
    expect(oldest).toMatchObject({ ...TOTALS, id: kept?.id, madeAt: kept?.madeAt, reason: 'made' });
  });

  it('keeps one plan of a form sent several times at the same moment', async () => {
    const user = await makePerson();
    const entry = { document: buildDocument(), reason: 'made', basedOn: null };
    const answers = await Promise.all([1, 2, 3].map(() => savePlan(user, entry)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, false, true]);
    expect(await listPlans(user, 'devops')).toHaveLength(1);
  });

  it('keeps a plan of stages', async () => {
    const user = await makePerson();
    const document = solveFor(buildClimber());
    const saved = await savePlan(user, { document, reason: 'made' });
    expect((await getKeptPlan(user, 'devops'))?.document).toEqual(document);
    expect((await getKeptPlanById(user, saved.ok ? saved.id : ''))?.document).toEqual(document);
    expect(await isPlanUnreadable(user, 'devops')).toBe(false);
    const { weeks, steps, cost } = document.totals;
    expect(await listPlans(user, 'devops')).toMatchObject([{ weeks, steps, cost: { amount: cost.amount } }]);
  });

  it('answers a conflict to a form that is out of date', async () => {
    const user = await makePerson();
    const first = await savePlan(user, { document: buildDocument(), reason: 'made' });
    if (!first.ok) throw new Error('refused');
    const second = await savePlan(user, { document: buildDocument(), reason: 'made', basedOn: first.id });
    const stale = await savePlan(user, { document: buildDocument(), reason: 'made', basedOn: first.id });
    expect(stale).toMatchObject({ ok: false, current: { id: second.ok && second.id } });
    expect(await listPlans(user, 'devops')).toHaveLength(2);
  });
});

describe('savePlanWithGoal', () => {
  const preferences = preferencesSchema.parse({ start: '2026-12-07' });
  const goal = { career: 'devops', role: 'devops-engineer', preferences, holdings: [] };

  it('keeps a plan and its settings together', async () => {
    const user = await makePerson();
    const plan = { document: buildDocument(), reason: 'made' };
    expect(await savePlanWithGoal(user, { goal: { ...goal, basedOn: null }, plan })).toBe(true);
    expect(await getGoal(user, 'devops')).toMatchObject({ preferences });
    expect(await listPlans(user, 'devops')).toHaveLength(1);
  });

  it('keeps neither where the settings or the plan were changed meanwhile', async () => {
    const user = await makePerson();
    const plan = { document: buildDocument(), reason: 'made' };
    await savePlanWithGoal(user, { goal, plan });
    const other = { ...goal, preferences: { ...preferences, hoursPerWeek: 20 } };
    expect(await savePlanWithGoal(user, { goal: { ...other, basedOn: null }, plan })).toBe(false);
    expect(await savePlanWithGoal(user, { goal: other, plan: { ...plan, basedOn: null } })).toBe(false);
    expect(await listGoals(user, 'devops')).toHaveLength(1);
    expect(await listPlans(user, 'devops')).toHaveLength(1);
  });

  it('leaves another person’s settings and plan alone', async () => {
    const [ada, bob] = [await makePerson(), await makePerson()];
    await savePlanWithGoal(ada, { goal, plan: { document: buildDocument(), reason: 'made' } });
    expect(await getGoal(bob, 'devops')).toBeNull();
    expect(await getKeptPlan(bob, 'devops')).toBeNull();
  });
});

it('cannot see another person’s plans', async () => {
  const [ada, bob] = [await makePerson(), await makePerson()];
  const saved = await savePlan(ada, { document: buildDocument(), reason: 'made' });
  expect(await getKeptPlan(bob, 'devops')).toBeNull();
  expect(await listPlans(bob, 'devops')).toEqual([]);
  expect(await getKeptPlanById(bob, saved.ok ? saved.id : '')).toBeNull();
});
