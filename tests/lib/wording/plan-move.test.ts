import { expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { describeMoveRefusal } from '@/lib/wording/plan-move';

const career = loadCareer();

it('says why a step was not moved, and the first day on which it can be', () => {
  expect(describeMoveRefusal(career, { kind: 'too-early', from: '2027-02-01' })).toMatch(
    /1 Feb 2027 is the first/,
  );
  expect(describeMoveRefusal(career, { kind: 'breaks', problems: [{ code: 'deadline' }] })).toBe(
    'Moved there, your plan would no longer hold. It would end after your deadline.',
  );
  expect(describeMoveRefusal(career, { kind: 'unknown' })).toMatch(/has not begun/);
});
