import { expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { toThirdPerson } from '@/lib/wording/third-person';

const career = loadCareer();

test.each([
  [
    'You can explain and test every line that an AI assistant wrote for you, and drop what you cannot explain.',
    'They can explain and test every line that an AI assistant wrote for them, and drop what they cannot explain.',
  ],
  [
    'You have kept decision records from which a later team worked without having to ask you.',
    'They have kept decision records from which a later team worked without having to ask them.',
  ],
  ['With help, you set yourself a goal.', 'With help, they set themselves a goal.'],
  [
    'Others learn their style from you, before you act on it.',
    'Others learn their style from them, before they act on it.',
  ],
])('says of somebody else what is written to whoever rates themselves: %s', (written, said) => {
  expect(toThirdPerson(written)).toBe(said);
});

test('leaves no “you” in any sentence that a second rater reads, and no “they” where “them” is meant', () => {
  const sentences = career.skills.flatMap(({ description, levels }) => [
    description,
    ...levels.flatMap(({ descriptor, canDo = [] }) => [descriptor, ...canDo.map(({ text }) => text)]),
  ]);
  expect(sentences.length).toBeGreaterThan(250);
  for (const sentence of sentences) {
    const said = toThirdPerson(sentence);
    expect(said).not.toMatch(/\byou/i);
    expect(said).not.toMatch(/\b(for|to|from|of|ask|tells) they\b/);
    expect(said).not.toMatch(/\bthem (have|has|can|are|were|do|did)\b/);
  }
});
