import { expect, test } from 'vitest';
import { monthSchema, readTypedMonth } from '@/lib/domain/month';

test.each([
  ['2021-04', '2021-04'],
  ['4/2021', '2021-04'],
  ['2021-04-15', '2021-04'],
  ['Apr 2016', '2016-04'],
  ['april  2016', '2016-04'],
  ['Sept. 2019', '2019-09'],
  ['2020 December', '2020-12'],
])('reads %s as %s', (written, month) => {
  expect(readTypedMonth(written)).toBe(month);
});

test.each(['Aprilis 2016', 'Now 2016', 'May', '2016', 'Mayor 2016'])(
  'takes %s for no month, and says how one is given',
  (written) => {
    const parsed = monthSchema.safeParse(readTypedMonth(written));
    expect(parsed.error?.issues[0]?.message).toBe(
      'Give a month as year and month, such as 2021-04 or Apr 2021.',
    );
  },
);
