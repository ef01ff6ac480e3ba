/** Before these, “you” is not who does something but to whom it is done. */
const OBJECT = /\b(for|to|from|with|of|ask|asking|tells?|saves|gives?) you\b/g;
const WORDS: Readonly<Record<string, string>> = {
  you: 'they',
  your: 'their',
  yours: 'theirs',
  yourself: 'themselves',
};

/** A sentence of a level or a can-do, which is written to whoever rates themselves, as it is said of somebody else. */
export function toThirdPerson(sentence: string): string {
  return sentence.replace(OBJECT, '$1 them').replace(/\b(you|your|yours|yourself)\b/gi, (word) => {
    const said = WORDS[word.toLowerCase()] ?? word;
    return word.startsWith('Y') ? said.charAt(0).toUpperCase() + said.slice(1) : said;
  });
}
