import { foldText } from '../text';

/** Letters and numbers, and within or after them what names such as node.js, c++ and c# hold. */
const WORD = /[\p{Letter}\p{Number}](?:[\p{Letter}\p{Number}.+#]*[\p{Letter}\p{Number}+#])?/gu;
/** Words that tell nothing apart: neither kept nor looked for. */
export const IGNORED_WORDS =
  'a an and are as at be by can for from has have in is it its of on one or that the them this to two what when which who with you your'.split(
    ' ',
  );

const ignored = new Set(IGNORED_WORDS);

/** The words of a text as a search compares them: folded, without what stands between them. */
export function readWords(text: string): string[] {
  return (foldText(text).match(WORD) ?? []).filter((word) => !ignored.has(word));
}

/** Whether every word is somewhere in a text of words. */
export function holdsWords(held: string, words: readonly string[]): boolean {
  return words.every((word) => held.includes(word));
}
