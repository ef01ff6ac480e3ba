import { expect, test } from 'vitest';
import { getWords } from '@/lib/export/words';
import { describeApplyFrom } from '@/lib/wording/apply-from';

const found = {
  post: 'qa-engineer',
  on: '2027-10-11',
  percent: 92,
  weeksMissing: 0,
  pieces: ['data-fetcher', 'open-source-bug-hunt'],
  rest: ['small-web-service'],
} as const;
const written = { title: 'QA engineer', ...getWords('en-GB') };

test('says from when one can apply, what one can show by then, and what is left', () => {
  expect(describeApplyFrom(found, { ...written, today: '2027-10-10' })).toEqual([
    'From 11 Oct 2027 you can apply as QA engineer (estimate): by then you can do 92% of what is asked and have 2 pieces of work to show.',
    'The step not finished by then can also be done in the new post. The plan’s own dates count on it too, so you may be earlier.',
  ]);
});

test('says now from that day on, leaves out pieces that nobody asks for, and counts what is left', () => {
  const rest = ['small-web-service', 'data-fetcher', 'operations-tool', 'local-cluster'];
  expect(describeApplyFrom({ ...found, pieces: [], rest }, { ...written, today: '2027-10-11' })).toEqual([
    'You can apply as QA engineer now (estimate): you can do 92% of what is asked.',
    'The 4 steps not finished by then can also be done in the new post. The plan’s own dates count on all of them, so you may be earlier.',
  ]);
  expect(describeApplyFrom({ ...found, rest: [] }, { ...written, today: '2027-10-11' })[1]).toMatch(
    /^What is left can also be done/,
  );
});

test('says how much time in posts is still to come of what is mostly asked', () => {
  const say = (weeksMissing: number) =>
    describeApplyFrom({ ...found, weeksMissing }, { ...written, today: '2027-10-10' })[1];
  expect(say(26)).toBe(
    'Of the time in posts that is mostly asked for, 26 weeks are still to come then: apply where an advert asks for less, or for none.',
  );
  expect(say(1)).toMatch(/1 week is still to come/);
});
