import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { listLapses } from '@/lib/domain/certificate';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { UNTOUCHED } from '@/lib/domain/step-progress';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const career = loadCareer();
const plan = buildSamplePlan();
const planEndingOn = (finish: string): PlanDocument => ({
  ...plan,
  steps: [],
  totals: { ...plan.totals, finish },
});
const hold = (expiresOn: string | null) => [
  { ...UNTOUCHED, step: 'cka', status: 'done' as const, finishedOn: '2026-01-01', expiresOn },
];
const judge = (expiresOn: string | null, finish: string) =>
  listLapses({ career, plan: planEndingOn(finish), records: hold(expiresOn), today: '2027-01-01' }).map(
    ({ when }) => when,
  );

describe('listLapses', () => {
  it.each([
    ['that lapsed', '2026-12-31', '2027-06-01', ['lapsed']],
    ['that lapses before the target', '2028-01-01', '2028-01-02', ['before-target']],
    ['that lapses soon after the plan', '2027-04-01', '2027-03-01', ['soon']],
    ['that lapses long after the plan', '2028-01-01', '2027-03-01', []],
    ['that does not expire', null, '2027-03-01', []],
  ])('judges a certificate %s', (_what, expiresOn, finish, expected) => {
    expect(judge(expiresOn, finish)).toEqual(expected);
  });

  it('says nothing of a certificate that is not earned yet', () => {
    const records = hold('2026-01-01').map((record) => ({ ...record, status: 'dropped' as const }));
    expect(listLapses({ career, plan: null, records, today: '2027-01-01' })).toEqual([]);
  });

  it('names a planned certificate that would lapse before the plan ends', () => {
    const [first] = plan.steps;
    if (!first) throw new Error('The sample plan is empty.');
    const cka = { ...first, id: 'cka', kind: 'certification' as const, finish: '2027-01-31' };
    const long = { ...planEndingOn('2030-01-01'), steps: [cka] };
    const [lapse] = listLapses({ career, plan: long, records: [], today: '2026-12-01' });
    expect(lapse).toEqual({ step: 'cka', expiresOn: '2029-01-31', when: 'before-target', isHeld: false });
  });
});
