import { describe, expect, it } from 'vitest';
import { computeLikeness, toPlainWords, toTitleWords } from '@/lib/domain/resume/words';

describe('words of a title', () => {
  it.each([
    ['  Ingénieur, C++ & "Réseaux"! ', 'ingenieur c plus plus reseaux'],
    ['ＤｅｖＯｐｓ　Ｅｎｇｉｎｅｅｒ', 'devops engineer'],
    ['Security+', 'security plus'],
    ['Ứng dụng Ω 2', 'ung dung ω 2'],
    [' -- ', ''],
  ])('%j plainly: %j', (text, words) => {
    expect(toPlainWords(text)).toBe(words);
  });

  it.each([
    ['Sr. Dev-Ops Engineer', 'senior devops engineer'],
    ['Full-stack / web developer', 'software software developer'],
    ['Quality Assurance Tester', 'qa test'],
    ['Systems Administrators', 'system administrators'],
    ['ICT help-desk', 'it help desk'],
  ])('%j in one spelling: %j', (title, words) => {
    expect(toTitleWords(title)).toBe(words);
  });
});

describe('likeness', () => {
  const computeOf = (one: string[], other: string[]) => computeLikeness(new Set(one), new Set(other));

  it('goes from none in common to the same', () => {
    expect(computeOf(['a', 'b'], ['c'])).toBe(0);
    expect(computeOf(['a', 'b'], ['b', 'c', 'd', 'e', 'f', 'g'])).toBe(0.25);
    expect(computeOf(['a', 'b'], ['b', 'a'])).toBe(1);
    expect(computeOf([], [])).toBe(0);
  });
});
