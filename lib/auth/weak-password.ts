import 'server-only';
import { createHash } from 'node:crypto';
import commonPasswords from './common-passwords.json';

const COMMON =
  'This password is on a list of those that people use most, which are tried first. Choose another.';
const PATTERN =
  'This password only repeats or counts, which is tried early. A few unrelated words work well.';
const COMBINED =
  'This password is one or two of those that people use most, with digits or signs added, which is tried early. A few unrelated words work well.';
const OWN_NAME = 'This password is made of your own name or address. A few unrelated words work well.';

/** Characters that must be left once the person's own name and address are taken out. */
const LEAST_OWN = 6;
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
];

/**
 * What speaks against a new password, as a sentence, or null. The lists hold the first five bytes of the SHA-256 of leaked
 * passwords, lower-cased, from SecLists' lists of common passwords: all of 15 characters or more, and of the shorter ones
 * the 30,000 that are used most, since longer ones are made of them.
 */
export function findPasswordProblem({
  password,
  name,
  email,
}: {
  password: string;
  name: string;
  email: string;
}): string | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if (isPattern(plain)) return PATTERN;
  if (isListed(plain, 'hashes')) return COMMON;
  if (countOwn(plain, [name, email]) < LEAST_OWN) return OWN_NAME;
  return listForms(plain).some(isMadeOfShort) ? COMBINED : null;
}

function isPattern(text: string): boolean {
  const isRepeated = /^(.{1,4}?)\1+.{0,3}$/su.test(text);
  const isRow = ROWS.some((row) => {
    const line = row.repeat(Math.ceil(text.length / row.length) + 1);
    return line.includes(text) || [...line].reverse().join('').includes(text);
  });
  return isRepeated || isRow;
}

const SHORT = { least: 4, most: 14 };
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** The letters and digits of a password, as they are and with the signs read as letters, also without digits at the ends. */
function listForms(plain: string): string[] {
  const asTyped = [plain, trimDigits(plain)];
  const asRead = asTyped.map((text) => text.replaceAll(/[013457@$!]/g, (sign) => LEET[sign] ?? sign));
  return [...new Set([...asTyped, ...asRead].map((text) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')))];
}

const trimDigits = (text: string) => text.replaceAll(/^[^\p{L}@$!]+|[^\p{L}@$]+$/gu, '');

/** One of the short passwords, or two, and nothing else. */
function isMadeOfShort(text: string): boolean {
  if (text.length > 2 * SHORT.most) return false;
  const isShort = (part: string) =>
    part.length >= SHORT.least && part.length <= SHORT.most && isListed(part, 'shortHashes');
  if (isShort(text)) return true;
  for (let place = SHORT.least; place <= text.length - SHORT.least; place += 1)
    if (isShort(text.slice(0, place)) && isShort(text.slice(place))) return true;
  return false;
}

type List = 'hashes' | 'shortHashes';
const lists = new Map<List, Buffer>();

function isListed(text: string, list: List): boolean {
  const { bytesEach } = commonPasswords;
  const hashes = lists.get(list) ?? Buffer.from(commonPasswords[list], 'base64');
  lists.set(list, hashes);
  const sought = createHash('sha256').update(text).digest().subarray(0, bytesEach);
  let [low, high] = [0, hashes.length / bytesEach];
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = hashes.subarray(middle * bytesEach, (middle + 1) * bytesEach).compare(sought);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

/** How many different characters are left without the parts of the person's name and address. */
function countOwn(text: string, known: readonly string[]): number {
  const parts = known
    .flatMap((one) => [one, ...one.split(/[^\p{L}\p{N}]+/u)])
    .map((part) => part.normalize('NFKC').toLowerCase())
    .filter((part) => part.length >= 3)
    .sort((a, b) => b.length - a.length);
  const rest = parts.reduce((left, part) => left.replaceAll(part, ''), text);
  return new Set(rest).size;
}
