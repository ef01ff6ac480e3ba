import { describe, expect, it } from 'vitest';
import { Calendar, NEVER } from '@/lib/domain/climb/schedule/calendar';

describe('the calendar of a plan', () => {
  it('takes only weeks that lie wholly in days off, also across ranges that touch', () => {
    const calendar = new Calendar('2026-12-07', [
      { from: '2026-12-15', to: '2026-12-29' },
      { from: '2026-12-30', to: '2027-01-03' },
    ]);
    expect([0, 1, 2, 3, 4].map((week) => calendar.isOff(week))).toEqual([false, false, true, true, false]);
  });

  it('counts weeks with hours and finds the week after so many of them', () => {
    const calendar = new Calendar('2026-12-07', [{ from: '2026-12-21', to: '2027-01-03' }]);
    expect(calendar.countWorking(0, 6)).toBe(4);
    expect(calendar.countWorking(2, 4)).toBe(0);
    expect([1, 2, 3, 4].map((count) => calendar.afterWorking(0, count))).toEqual([1, 2, 5, 6]);
    expect(calendar.afterWorking(2, 1)).toBe(5);
    expect([calendar.computeRun(0), calendar.computeRun(2), calendar.computeRun(4)]).toEqual([2, 2, NEVER]);
  });

  it('has hours in every week where nothing is off', () => {
    const calendar = new Calendar('2026-12-07', []);
    expect(calendar.hasWeeksOff).toBe(false);
    expect(calendar.countWorking(3, 10)).toBe(7);
    expect(calendar.afterWorking(3, 4)).toBe(7);
  });
});
