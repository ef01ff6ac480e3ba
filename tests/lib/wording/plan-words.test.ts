import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { planWords } from '@/lib/wording/plan-words';

const career = loadCareer();
const free = { code: 'free', from: '2027-01-04', to: '2027-12-26', post: null, region: 'UK' } as const;

test('says of a plan that is all at work that nothing of it takes own time, and of another from when', () => {
  expect(planWords.assumption(career, { ...free, isFromStart: true })).toBe(
    'Nothing of what lies ahead takes your own time: all of it is time in the post and steps at work.',
  );
  expect(planWords.assumption(career, { ...free, isFromStart: false })).toBe(
    'From 4 January 2027 on, nothing is left for your own time: the rest is time in the post and steps at work. Such hours are yours: for what your post shows to be thin, steps of your own, and talks with people who hold the next post.',
  );
});

test('says that the hours at work are those of all steps together', () => {
  const said = planWords.assumption(career, { code: 'atWork', steps: ['restore-drill'], hours: 4 });
  expect(said).toContain('at most 4 hours a week for all of them together');
});
