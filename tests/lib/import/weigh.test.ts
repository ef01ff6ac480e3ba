import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import type { UserId } from '@/lib/auth/user-id';
import { loadCareer } from '@/lib/catalogue';
import { withOwnTotals } from '@/lib/domain/climb/follow/own-totals';
import { preferencesSchema } from '@/lib/domain/planner/profile';
import { weighImport } from '@/lib/import/weigh';
import { getAccountData } from '@/lib/queries/account-data';
import { saveImport } from '@/lib/queries/account-import';
import { getKeptPlan, getKeptPlanById, isPlanUnreadable, listPlans, savePlan } from '@/lib/queries/plans';
import { getStanding } from '@/lib/queries/standing';
import { makePerson, setUpDatabase } from '@/tests/support/database';
import { listFirstEditionPlans } from '@/tests/support/first-edition-plans';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const { url } = setUpDatabase();
const career = loadCareer('devops');
const preferences = preferencesSchema.parse({ start: '2026-12-07' });
const now = new Date('2026-11-27T12:00:00Z');
const toText = (parts: object) => JSON.stringify({ format: 'rung-data', version: 1, ...parts });
const sample = buildSamplePlan({ steps: 6 });
const [step] = sample.steps;
if (!step) throw new Error('The sample has no steps.');

async function listProblems(user: UserId, parts: object): Promise<string[]> {
  const weighed = await weighImport(user, toText(parts), { now });
  return weighed.ok ? [] : weighed.problems;
}

async function takeIn(user: UserId, parts: object): Promise<void> {
  const weighed = await weighImport(user, toText(parts), { now });
  if (!weighed.ok) throw new Error(weighed.problems.join('\n'));
  await saveImport(user, {
    plan: weighed.merge,
    career: 'devops',
    catalogue: career.version,
    preferences,
    now,
  });
}

/** As an earlier Rung could store it, whatever it holds. */
async function storePlan(user: UserId, document: unknown): Promise<void> {
  const { id } = (await savePlan(user, { document: sample, reason: 'imported' })) as { id: string };
  const client = createClient({ url });
  await client.execute({
    sql: 'update plan set document = ? where person_id = ? and id = ?',
    args: [typeof document === 'string' ? document : JSON.stringify(document), user, id],
  });
  client.close();
}

describe('a plan in a file', () => {
  it.each(listFirstEditionPlans())('security 3.a: stays as Rung made it: %s', async (_name, plan) => {
    expect(withOwnTotals(career, plan)).toEqual(plan);
    const user = await makePerson();
    await takeIn(user, { plan });
    expect((await getKeptPlan(user, 'devops', now))?.document).toEqual(plan);
    expect((await getAccountData(user, 'devops', now)).plan).toEqual(plan);
    expect(await weighImport(user, toText({ plan }), { now })).toMatchObject({
      merge: { plan: null, differences: [] },
    });
  });

  it('security 3.b: is believed nothing of its totals and days', async () => {
    const user = await makePerson();
    const { weeks } = sample.totals;
    await takeIn(user, {
      plan: {
        ...sample,
        totals: {
          ...sample.totals,
          weeks: 5200,
          finish: '2200-12-31',
          hours: 1,
          steps: 300,
          bestWeeks: 5200,
          cost: { ...sample.totals.cost, amount: 1e9, currency: 'USD', estimated: ['nothing', 'nothing'] },
        },
        steps: sample.steps.map((one) => ({ ...one, start: '1970-01-01', finish: '2200-12-31' })),
      },
    });
    const kept = (await getKeptPlan(user, 'devops'))?.document;
    const { finish, hours, steps } = sample.totals;
    expect(kept?.totals).toMatchObject({ weeks, finish, hours, steps, bestWeeks: weeks });
    expect(kept?.totals.cost).toMatchObject({ currency: 'GBP', estimated: [] });
    expect(kept?.totals.cost.amount).toBeLessThan(1e6);
    expect(kept?.steps.map(({ start }) => start)).toEqual(sample.steps.map(({ start }) => start));
  });

  const many = Array.from({ length: 400 }, (_, index) => ({ ...step, id: `step-${index}` }));
  it.each([
    [
      'with 3,000 overlapping steps',
      { steps: Array.from({ length: 8 }, () => many).flat() },
      'It holds more lists and values',
    ],
    [
      'with a title of a megabyte',
      { steps: [{ ...step, title: 'x'.repeat(1e6) }] },
      'It holds a text that is longer',
    ],
  ])('security 3.c: is refused %s before it is taken apart', async (_what, parts, sentence) => {
    const problems = await listProblems(await makePerson(), { plan: { ...sample, ...parts } });
    expect(problems).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    ['weeks up to the year 9999', { totals: { ...sample.totals, weeks: 400_000 } }, 'plan.totals.weeks'],
    ['400 overlapping steps', { steps: many }, 'plan.steps'],
    ['a data address', { steps: [{ ...step, url: 'data:text/html,<b>x' }] }, 'plan.steps[0].url'],
    ['a script address', { steps: [{ ...step, url: 'javascript:alert(1)' }] }, 'plan.steps[0].url'],
    ['a step beyond the last week', { steps: [{ ...step, startWeek: 5200 }] }, 'plan.steps'],
    ['a billion hours', { steps: [{ ...step, hours: 1e9 }] }, 'plan.steps[0].hours'],
    ['a step of a hundred years a week', { steps: [{ ...step, weeks: 5201 }] }, 'plan.steps[0].weeks'],
    [
      'a title of two thousand letters',
      { steps: [{ ...step, title: 'x'.repeat(2000) }] },
      'plan.steps[0].title',
    ],
    ['a step twice', { steps: [step, step] }, 'plan.steps[1].id'],
    ['a step that there is not', { steps: [{ ...step, id: 'nothing' }] }, 'plan.steps[0].id'],
    ['a role that there is not', { role: 'king' }, 'plan.role'],
    ['the profile of another role', { profile: { ...sample.profile, role: 'king' } }, 'plan.profile'],
  ])('security 3.c: is refused with %s', async (_what, parts, place) => {
    const problems = await listProblems(await makePerson(), { plan: { ...sample, ...parts } });
    expect(problems[0]).toContain(`${place}: `);
    expect(problems.every((problem) => problem.length < 600)).toBe(true);
  });

  it('security 3.d: has at most so many steps that its page stays small', async () => {
    const long = buildSamplePlan({ steps: 100 });
    expect(await listProblems(await makePerson(), { plan: long })).toEqual([]);
    const steps = Array.from({ length: 100 }, (_, index) => ({ ...step, id: `a${index}`, weeks: 5200 }));
    expect(await listProblems(await makePerson(), { plan: { ...sample, steps } })).toEqual([
      expect.stringContaining('More steps run at once than anybody can follow.'),
    ]);
  });
});

describe('a stored plan', () => {
  it.each([
    ['weeks up to the year 9999', { ...sample, totals: { ...sample.totals, weeks: 400_000 } }],
    ['a data address', { ...sample, steps: [{ ...step, url: 'data:text/html,x' }] }],
    ['another shape', { format: 'rung-plan' }],
    ['no plan at all', []],
    ['more than a plan can be long', { ...sample, assumptions: ['x'.repeat(5_000_000)] }],
  ])(
    'security 3.e: with %s is not shown, said to be so, and stands in nobody’s way',
    async (_what, document) => {
      const user = await makePerson();
      expect(await isPlanUnreadable(user, 'devops')).toBe(false);
      await storePlan(user, document);
      expect(await getKeptPlan(user, 'devops')).toBeNull();
      expect(await isPlanUnreadable(user, 'devops')).toBe(true);
      expect((await getAccountData(user, 'devops')).plan).toBeNull();
      const [line] = await listPlans(user, 'devops');
      expect(await getKeptPlanById(user, line?.id ?? '')).toBeNull();
      expect(await getStanding(user, 'devops')).toMatchObject({ planRole: 'devops-engineer' });
      expect(await savePlan(user, { document: sample, reason: 'made' })).toMatchObject({ ok: true });
      expect((await getKeptPlan(user, 'devops'))?.document).toEqual(sample);
      expect(await isPlanUnreadable(user, 'devops')).toBe(false);
    },
  );
});
