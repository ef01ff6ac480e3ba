import { expect, test } from 'vitest';
import { titleGap, titleHome, titlePlan, titleProgress } from '@/lib/wording/titles';

test('says the figure that a page is about in its title', () => {
  expect(titleGap('Site reliability engineer', 62)).toBe('Gap to Site reliability engineer, 62 %');
  expect(titleHome('Site reliability engineer', 62)).toBe('This week, 62 % to Site reliability engineer');
  expect(titleProgress('Site reliability engineer', 62)).toBe('Progress to Site reliability engineer, 62 %');
});

test('counts in the title of a plan what is done of all that was not dropped', () => {
  const rows = (['done', 'done', 'todo', 'in-progress', 'dropped'] as const).map((status) => ({ status }));
  expect(titlePlan('DevOps engineer', rows)).toBe('Plan to DevOps engineer, 2 of 4 done');
  expect(titlePlan('DevOps engineer', [])).toBe('Plan to DevOps engineer, 0 of 0 done');
  expect(titlePlan('DevOps engineer', null)).toBe('Your plan');
});
