import type { Career } from '../career/career';
import type { Step } from '../career/schema';
import type { ResumeCertificate } from './read-resume';
import { computeLikeness, toPlainWords } from './words';

/** Words that any certificate may have in its name. */
const COMMON = new Set(
  'certified certification certificate exam the of in and a an for ce v version level'.split(' '),
);
/** The words by which a name tells its platform. */
const PLATFORM_WORDS = ['aws', 'azure', 'google'] as const;
/** From here on two names are taken for the same; below it where one is wholly part of the other. */
const LEAST_LIKENESS = 0.75;
const LEAST_LIKENESS_OF_PART = 0.6;

/** The certification of the catalogue that a certificate's name says: by its short name or exam, or by its words. */
export function matchCertificate(career: Career, { name, issuer }: ResumeCertificate): Step | null {
  const steps = career.steps.filter(({ kind }) => kind === 'certification');
  return (
    findByCode(steps, name) ??
    findByWords(steps, name) ??
    (issuer ? findByWords(steps, `${issuer} ${name}`) : null)
  );
}

/** CKA, EX200, SAA-C03: what stands in brackets behind a title, or its first letters. Two are too few to be sure of. */
function listCodes(title: string): string[] {
  const initials = title.replace(/\([^)]*\)/g, '').replace(/[^A-Z]/g, '');
  return [...title.matchAll(/\(([^)]*)\)/g)]
    .flatMap(([, inner = '']) => inner.split(/,| and | /))
    .concat(initials)
    .map((code) => code.trim())
    .filter((code) => /^[A-Z][A-Z0-9-]{2,}$/.test(code));
}

function findByCode(steps: readonly Step[], name: string): Step | null {
  const said = new Set(name.toUpperCase().match(/[A-Z0-9]+(?:-[A-Z0-9]+)*/g) ?? []);
  return steps.find(({ title }) => listCodes(title).some((code) => said.has(code))) ?? null;
}

function toNameWords(name: string): Set<string> {
  const words = toPlainWords(name.replace(/\([^)]*\)/g, ' '))
    .replace(/\bamazon web services\b|\bamazon\b/g, 'aws')
    .replace(/\bgcp\b|\bgoogle cloud platform\b/g, 'google cloud')
    .replace(/\bv(\d)\b/g, '$1')
    .split(' ');
  // "A+" is the one name that is a common word.
  const isAPlus = words.some((word, at) => word === 'a' && words[at + 1] === 'plus');
  return new Set(words.filter((word) => word !== '' && (!COMMON.has(word) || (isAPlus && word === 'a'))));
}

function findByWords(steps: readonly Step[], name: string): Step | null {
  const said = toNameWords(name);
  if (said.size === 0) return null;
  let best: { step: Step; likeness: number } | null = null;
  for (const step of steps) {
    const words = toNameWords(step.title);
    if (
      PLATFORM_WORDS.some(
        (platform) => said.has(platform) !== words.has(platform) && isOnPlatform(said, words),
      )
    )
      continue;
    const isPart = said.size > 1 && [...said].every((word) => words.has(word));
    const likeness = computeLikeness(said, words);
    if (likeness < (isPart ? LEAST_LIKENESS_OF_PART : LEAST_LIKENESS)) continue;
    if (!best || likeness > best.likeness) best = { step, likeness };
  }
  return best?.step ?? null;
}

/** Whether both names say a platform, so that they must say the same. */
function isOnPlatform(said: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  const saysOne = (set: ReadonlySet<string>) => PLATFORM_WORDS.some((platform) => set.has(platform));
  return saysOne(said) && saysOne(words);
}
