import { isIP } from 'node:net';
import { z } from 'zod';

/** The kinds of settings: each takes the text of one, and gives its value or a sentence that follows its name. */

/** What came in as bytes that are no UTF-8 stands as this. */
const UNREADABLE = '\uFFFD';

/** A text; a blank one is a setting that is not set. */
export const setting = z
  .string()
  .trim()
  .refine((value) => !value.includes(UNREADABLE) && !value.includes('\0'), 'must be text in UTF-8.')
  .transform((value) => (value === '' ? undefined : value))
  .optional();

export function oneOf<const Choices extends readonly string[]>(choices: Choices, fallback: Choices[number]) {
  return setting.transform((value, context): Choices[number] => {
    if (value === undefined) return fallback;
    if (choices.includes(value)) return value;
    context.addIssue({ code: 'custom', message: `must be one of ${choices.join(', ')}, not "${value}".` });
    return z.NEVER;
  });
}

export const onOrOff = (fallback: 'on' | 'off') =>
  oneOf(['on', 'off'], fallback).transform((value) => value === 'on');

export function wholeNumber(bounds: { least: number; most: number; fallback: number; remark?: string }) {
  const { least, most, fallback, remark = '' } = bounds;
  return setting.transform((value, context): number => {
    const number = value === undefined ? fallback : /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    context.addIssue({
      code: 'custom',
      message: `must be a whole number from ${least}${remark} to ${most}, not "${value}".`,
    });
    return z.NEVER;
  });
}

/** Something to keep from others, long enough that nobody guesses it. It stays unsaid. */
export function secret({ least, advice }: { least: number; advice: string }) {
  return setting.refine((value) => value === undefined || value.length >= least, {
    message: `must have at least ${least} characters; ${advice}`,
  });
}

/** An address of one of the schemes, without what would be left unread. It may hold a password, so it stays unsaid. */
export function url(schemes: readonly string[], example: string) {
  return setting.transform((value, context): string | undefined => {
    if (value === undefined) return undefined;
    const problem = findUrlProblem(value, schemes);
    if (problem === null) return value;
    context.addIssue({ code: 'custom', message: problem || `must be an address such as ${example}.` });
    return z.NEVER;
  });
}

/** A blank one is that it is no address at all. */
function findUrlProblem(value: string, schemes: readonly string[]): string | null {
  const parsed = URL.canParse(value) ? new URL(value) : null;
  if (!parsed || !schemes.includes(parsed.protocol)) return '';
  if (parsed.protocol !== 'file:' && parsed.hostname === '') return '';
  if (/%(?![0-9a-f]{2})/i.test(value)) return 'holds a % that stands for no character: write it as %25.';
  if (parsed.protocol === 'file:' && value.includes('?')) return 'holds a ?: write it as %3F.';
  if (value.includes('#')) return 'holds a #, behind which nothing is read: write it as %23.';
  return null;
}

const SENDER = /^(?:(?:"((?:[^"\\]|\\.)*)"|([^"<>]*?))\s*<([^<>]*)>|([^<>]*))$/;

/** One address of email, with a name or without; a name is put in quotes, so that nothing in it is taken for more. */
export const sender = setting.transform((value, context): string | undefined => {
  if (value === undefined) return undefined;
  const [, quoted, plain, angled, bare] = SENDER.exec(value) ?? [];
  const name = quoted?.replace(/\\(.)/g, '$1') ?? plain?.trim() ?? '';
  const address = (angled ?? bare ?? '').trim();
  if (/^[^\s<>@,;:"()[\]]+@[^\s<>@,;:"()]+$/.test(address) && !/\p{Cc}/u.test(name))
    return name === '' ? address : `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
  context.addIssue({
    code: 'custom',
    message: `must be one sender such as Rung <noreply@example.org>, not ${value}.`,
  });
  return z.NEVER;
});

/** Several, separated by commas or spaces, each of which passes the test. */
export function listOf(isFit: (one: string) => boolean, what: string) {
  return setting.transform((value, context): string[] => {
    const list = (value?.toLowerCase() ?? '').split(/[\s,]+/).filter(Boolean);
    const wrong = list.find((one) => !isFit(one));
    if (wrong === undefined) return list;
    context.addIssue({ code: 'custom', message: `must be ${what}, not "${wrong}".` });
    return z.NEVER;
  });
}

/** Whether a text is an IP address or a network in CIDR notation. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const isPrefix = prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  return isIP(address) !== 0 && isPrefix && rest.length === 0;
}

/** Whether a text is a domain of email addresses, also one in a script other than Latin. */
export function isDomain(text: string): boolean {
  return /^(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*)(?:\.[\p{L}\p{M}\p{N}-]+)+$/u.test(text);
}
