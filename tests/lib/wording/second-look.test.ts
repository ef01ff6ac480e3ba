import { expect, it } from 'vitest';
import { describeAnswerTime, describeNews, describeWaiting } from '@/lib/wording/second-look';

it('says how long an answer takes by how much is asked', () => {
  expect([1, 3, 10].map(describeAnswerTime)).toEqual([
    'about 2 minutes',
    'about 4 minutes',
    'about 11 minutes',
  ]);
});

it('names who looked, and at what', () => {
  expect(describeNews({ look: 'a', name: 'Priya', skills: ['coding', 'coaching'] }, (id) => `<${id}>`)).toBe(
    'Priya has looked at <coding> and <coaching> too.',
  );
});

it('says that answers wait, and not what they are', () => {
  expect(describeWaiting(['Coding'])).toBe('An answer on Coding waits for your own rating.');
  expect(describeWaiting(['Coding', 'Coaching'])).toBe(
    'Answers on Coding and Coaching wait for your own ratings.',
  );
});
