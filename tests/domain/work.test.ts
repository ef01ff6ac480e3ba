import { describe, expect, it } from 'vitest';
import { computeLastDay, monthSchema, readTypedMonth } from '@/lib/domain/month';
import { computeWeeksHeld, listHeld, toHeldPosts } from '@/lib/domain/work';

const today = '2026-11-28';

describe('a month', () => {
  it.each([
    ['2021-04', '2021-04'],
    ['2021-4', '2021-04'],
    ['2021-04-15', '2021-04'],
    ['04/2021', '2021-04'],
    [' 4.2021 ', '2021-04'],
    ['2021/4', '2021-04'],
  ])('is read from %j', (text, month) => {
    expect(monthSchema.parse(readTypedMonth(text))).toBe(month);
  });

  it.each(['', '2021', '2021-13', '0021-04', '4/21', 'April', '2300-01'])('is not read from %j', (text) => {
    expect(monthSchema.safeParse(readTypedMonth(text)).success).toBe(false);
  });

  it('ends with its last day', () => {
    expect(['2024-02', '2025-02', '2025-12'].map(computeLastDay)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-12-31',
    ]);
  });
});

describe('weeks in a post', () => {
  it('are whole ones, from the first day of a month to the last of another', () => {
    expect(computeWeeksHeld({ since: '2024-01', until: '2024-12', today })).toBe(52);
    expect(computeWeeksHeld({ since: '2026-02', until: '2026-02', today })).toBe(4);
  });

  it('end today where the post is held, and are none where it lies ahead', () => {
    expect(computeWeeksHeld({ since: '2026-11', until: null, today })).toBe(4);
    expect(computeWeeksHeld({ since: '2026-11', until: '2027-03', today })).toBe(4);
    expect(computeWeeksHeld({ since: '2027-01', until: null, today })).toBe(0);
    expect(computeWeeksHeld({ since: '1970-01', until: '2200-12', today: '2200-12-31' })).toBe(3000);
  });
});

it('gives the planner posts with weeks and whether they are held now', () => {
  const posts = [
    { post: 'entry-role-it-support', since: '2024-01', until: '2024-12' },
    { post: 'linux-administrator', since: '2026-11', until: '2026-11' },
    { post: 'cloud-engineer', since: '2026-12', until: null },
  ];
  expect(toHeldPosts(posts, today)).toEqual([
    { post: 'entry-role-it-support', weeks: 52, current: false },
    { post: 'linux-administrator', weeks: 4, current: true },
  ]);
});

it('counts what is held up to the day on which it expires', () => {
  const holdings = [
    { id: 'a', expiresOn: null },
    { id: 'b', expiresOn: today },
    { id: 'c', expiresOn: '2026-11-27' },
  ];
  expect(listHeld(holdings, today)).toEqual(['a', 'b']);
});
