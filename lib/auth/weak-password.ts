import 'server-only';
import { createHash } from 'node:crypto';
import commonPasswords from './common-passwords.json';

const COMMON =
  'This password is on a list of those that people use most, which are tried first. Choose another.';
const PATTERN =
  'This password only repeats or counts, which is tried early. A few unrelated words work well.';
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
 * What speaks against a new password, as a sentence, or null. The list holds the first five bytes of the SHA-256 of each
 * leaked password of 15 characters or more, lower-cased, from SecLists' lists of common passwords.
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
  if (isListed(plain)) return COMMON;
  return countOwn(plain, [name, email]) < LEAST_OWN ? OWN_NAME : null;
}

function isPattern(text: string): boolean {
  const isRepeated = /^(.{1,4}?)\1+.{0,3}$/su.test(text);
  const isRow = ROWS.some((row) => {
    const line = row.repeat(Math.ceil(text.length / row.length) + 1);
    return line.includes(text) || [...line].reverse().join('').includes(text);
  });
  return isRepeated || isRow;
}

let hashes: Buffer | undefined;

function isListed(text: string): boolean {
  const { bytesEach } = commonPasswords;
  hashes ??= Buffer.from(commonPasswords.hashes, 'base64');
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
