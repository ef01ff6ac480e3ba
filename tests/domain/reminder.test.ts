import { describe, expect, it } from 'vitest';
import { computeReminders } from '@/lib/domain/reminder';
import { buildSamplePlan } from '../support/sample-plan';

const plan = buildSamplePlan({ steps: 3 });
const none = { plan: null, statuses: new Map() };

describe('computeReminders', () => {
  it('asks to check in again after the interval', () => {
    expect(computeReminders({ ...none, settings: { reminderWeeks: 6 }, checkedInOn: '2026-01-01' })).toEqual([
      { key: 'check-in:2026-02-12', on: '2026-02-12', title: 'Check in again: rate your skills' },
    ]);
  });

  it('is silent without an interval, and before the first check-in', () => {
    expect(
      computeReminders({
        settings: { reminderWeeks: null },
        checkedInOn: '2026-01-01',
        plan,
        statuses: new Map(),
      }),
    ).toEqual([]);
    expect(computeReminders({ ...none, settings: { reminderWeeks: 6 }, checkedInOn: null })).toEqual([]);
  });

  it('comes a week before an open step is due, but not before it starts unless it is under way', () => {
    const [first, second] = plan.steps;
    if (!first || !second) throw new Error('The sample has three steps.');
    const listDays = (statuses: Parameters<typeof computeReminders>[0]['statuses']) =>
      computeReminders({
        settings: { reminderWeeks: 6 },
        checkedInOn: null,
        plan: {
          steps: [
            { ...first, start: '2026-03-02', finish: '2026-03-29' },
            { ...second, start: '2026-03-02', finish: '2026-03-06' },
          ],
        },
        statuses,
      }).map(({ on }) => on);
    expect(listDays(new Map())).toEqual(['2026-03-02', '2026-03-22']);
    expect(listDays(new Map([[second.id, 'in-progress']]))).toEqual(['2026-02-27', '2026-03-22']);
  });

  it('forgets steps that are done or dropped', () => {
    const statuses = new Map(
      plan.steps.map((step, index) => [step.id, index === 0 ? 'done' : 'dropped'] as const),
    );
    expect(computeReminders({ settings: { reminderWeeks: 6 }, checkedInOn: null, plan, statuses })).toEqual(
      [],
    );
  });
});
