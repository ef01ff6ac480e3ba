import type { Career } from '@/lib/domain/career/career';

/** A promise of the catalogue beyond references that resolve; one sentence for each place where it is broken. */
export type Rule = (career: Career) => string[];

export function findRepeated(entries: readonly string[]): string[] {
  return [...new Set(entries.filter((entry, index) => entries.indexOf(entry) !== index))];
}

/** Collects the sentences of a check: `expect(holds, sentence)` says the sentence where it does not hold. */
export function collectProblems(
  check: (expect: (holds: boolean, sentence: string) => void) => void,
): string[] {
  const problems: string[] = [];
  check((holds, sentence) => {
    if (!holds) problems.push(sentence);
  });
  return problems;
}

export function countWords(text: string): number {
  return text.split(/\s+/).length;
}

const AMERICAN =
  /\b(?!(?:siz|priz|seiz)\w*)\w+(?:iz(?:e|es|ed|ing|ation))\b|\b(?:color|behavior|center|artifact|fulfill|analyz\w+|programs? of work)\b/i;

/** The first word of a text that is not spelt as in Britain, if there is one. */
export function findAmerican(text: string | null): string | undefined {
  return (text ?? '').match(AMERICAN)?.[0];
}
