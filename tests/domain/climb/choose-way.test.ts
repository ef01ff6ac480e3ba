import { describe, expect, it } from 'vitest';
import type { WaySolution } from '@/lib/domain/climb/solve-way';
import { chooseWay } from '@/lib/domain/climb/ways/choose-way';

/** A way of some posts, so many of them outside the goal's family, with what it comes to. */
function makeWay(
  posts: readonly string[],
  {
    outside,
    weeks,
    pounds,
    hours,
    distance = 0,
  }: { outside: number; weeks: number; pounds: number; hours: number; distance?: number },
): WaySolution {
  const pence = pounds * 100;
  return {
    way: { study: null, posts, stays: [], leastWeeks: 0, outside, goesDown: false, distance, fit: 0 },
    study: null,
    stages: [],
    weeks,
    pence,
    burden: pence + hours * 1000,
    hours,
    steps: 10,
    bestWeeks: weeks,
    isProved: true,
  };
}

const developer = makeWay(['developer', 'cloud'], { outside: 2, weeks: 226, pounds: 192, hours: 691 });
const analyst = makeWay(['analyst', 'junior', 'full'], { outside: 1, weeks: 234, pounds: 54, hours: 765 });

describe('chooseWay', () => {
  it('takes the way with fewer posts that is no worse in weeks and burden, whatever family it leads through', () => {
    expect(chooseWay('balanced', [analyst, developer])).toBe(developer);
  });

  it('keeps the family of the goal where the shorter way costs more of one’s time', () => {
    const slower = makeWay(['developer', 'cloud'], { outside: 2, weeks: 226, pounds: 192, hours: 800 });
    expect(chooseWay('balanced', [analyst, slower])).toBe(analyst);
  });

  it('gives the family of the goal a quarter more weeks, and not half as many again', () => {
    const tester = makeWay(['tester'], { outside: 1, weeks: 64, pounds: 0, hours: 150 });
    const junior = makeWay(['junior'], { outside: 0, weeks: 78, pounds: 0, hours: 150 });
    const late = makeWay(['junior'], { outside: 0, weeks: 96, pounds: 0, hours: 150 });
    expect(chooseWay('balanced', [tester, junior])).toBe(junior);
    expect(chooseWay('balanced', [tester, late])).toBe(tester);
    expect(chooseWay('fastest', [tester, junior])).toBe(tester);
  });

  it('takes the post nearest to what the person did so far, within the window', () => {
    const figures = { outside: 0, pounds: 0, hours: 150 };
    const linux = makeWay(['linux'], { ...figures, weeks: 100, distance: 1 });
    const open = makeWay(['system'], { ...figures, weeks: 104 });
    const windows = makeWay(['windows'], { ...figures, weeks: 108, distance: -1 });
    const late = makeWay(['windows'], { ...figures, weeks: 112, distance: -1 });
    expect(chooseWay('balanced', [linux, open, windows])).toBe(windows);
    expect(chooseWay('balanced', [linux, open, late])).toBe(open);
    expect(chooseWay('fastest', [linux, open])).toBe(linux);
  });

  it('keeps the family of the goal among ways that are equal in what was asked for', () => {
    const tester = makeWay(['tester'], { outside: 1, weeks: 67, pounds: 127, hours: 223 });
    const junior = makeWay(['junior'], { outside: 0, weeks: 77, pounds: 127, hours: 231 });
    expect(chooseWay('cheapest', [tester, junior])).toBe(junior);
    expect(chooseWay('fastest', [tester, junior])).toBe(tester);
    expect(chooseWay('lightest', [tester, junior])).toBe(tester);
  });

  it('takes the cheapest where money alone counts', () => {
    expect(chooseWay('cheapest', [analyst, developer])).toBe(analyst);
  });
});
