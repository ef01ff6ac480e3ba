/** Joins words as in a sentence: "a", "a and b", "a, b and c". For sentences that a plan keeps, in the language of the catalogue. */
export function joinWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}
