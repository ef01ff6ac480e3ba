/** Spellings that mean the same in a title. Each is read as whole words, in this order. */
const SPELLINGS: readonly (readonly [written: RegExp, read: string])[] = [
  [/\bdev ?(?:sec ?)?ops\b/g, 'devops'],
  [/\bsre\b/g, 'site reliability engineer'],
  [/\bsys ?admin\b|\bsystems? admin\b|\bsystems? administrator\b/g, 'system administrator'],
  [/\badmin\b/g, 'administrator'],
  [/\bdba\b/g, 'database administrator'],
  [/\bhelp ?desk\b|\bservice ?desk\b/g, 'help desk'],
  [/\bsystems\b/g, 'system'],
  [/\bnetworks\b|\bnetworking\b/g, 'network'],
  [/\bswe\b|\bsde\b/g, 'software engineer'],
  [/\bdeveloper in test\b|\bengineer in test\b|\bsdet\b/g, 'test automation engineer'],
  [/\bquality assurance\b/g, 'qa'],
  [/\btester\b|\btesting\b/g, 'test'],
  [/\bprogrammer\b/g, 'developer'],
  [/\bfront ?end\b|\bback ?end\b|\bfull ?stack\b|\bweb\b/g, 'software'],
  [/\binformation technology\b|\bict\b/g, 'it'],
  [/\binfosec\b|\binformation security\b|\bcyber ?security\b/g, 'security'],
  [/\bsr\b|\bsnr\b/g, 'senior'],
  [/\bjr\b|\bjnr\b|\bgraduate\b|\bentry level\b|\bassociate\b/g, 'junior'],
  [/\bleader\b|\bteam lead\b/g, 'lead'],
  [/\bmgr\b/g, 'manager'],
  [/\bintern\b|\binternship\b|\btrainee\b|\bplacement\b/g, 'trainee'],
  [/\bapprenticeship\b/g, 'apprentice'],
];

/** Lower case, without accents, marks or brackets; a plus is a word of its own. */
export function toPlainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a title of work, in one spelling. */
export function toTitleWords(title: string): string {
  return SPELLINGS.reduce((words, [written, read]) => words.replace(written, read), toPlainWords(title))
    .replace(/ +/g, ' ')
    .trim();
}

/** How alike two sets of words are: 1 for the same, 0 for none in common. */
export function computeLikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
