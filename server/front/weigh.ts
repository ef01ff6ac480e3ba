import { USUAL_LIMIT_BYTES } from '@/server/body';
import type { Refusal } from '@/server/gate';

/** Fields that a form may have. The longest of Rung has some hundreds. */
export const MOST_FIELDS = 2_000;
/**
 * Brackets and commas that the texts of a form, or JSON, may have: React takes its fields apart by them, slowly. All texts
 * that a form of Rung takes together are shorter than this.
 */
const MOST_MARKS = 50_000;
/** Files that a form may have: each costs more to take apart than a field. No form of Rung asks for more than one. */
export const MOST_FILES = 20;
const PART_HEAD_BYTES = 8 * 1024;

const UNREADABLE: Refusal = { status: 400, sentence: 'This form could not be read.' };
const TOO_MANY_FIELDS: Refusal = {
  status: 413,
  sentence: `This form has more than ${MOST_FIELDS} fields, which no form of Rung has, so nothing was read.`,
};
const TOO_MANY_FILES: Refusal = {
  status: 413,
  sentence: `This form has more than ${MOST_FILES} files, which no form of Rung has, so nothing was read.`,
};
const TOO_MANY_MARKS: Refusal = {
  status: 413,
  sentence: 'This holds more lists and values than anything that Rung takes here, so nothing was read.',
};
const TOO_MUCH_TEXT: Refusal = {
  status: 413,
  sentence: 'The texts of this form are larger than the 1 MB that Rung takes, so nothing was read.',
};

const MARKS: ReadonlySet<number> = new Set([...'[{,'].map((mark) => mark.charCodeAt(0)));
const AMPERSAND = 38;

function count(body: Buffer, isCounted: (code: number) => boolean): number {
  let found = 0;
  for (const code of body) if (isCounted(code)) found += 1;
  return found;
}

/**
 * Why a body is turned away before anything takes it apart, or null. What it costs to take apart grows with its fields and
 * values, not with its bytes; here they are counted, in one pass.
 */
export function refuseWeight(body: Buffer, contentType: string): Refusal | null {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') return refuseParts(body, contentType);
  if (type === 'application/x-www-form-urlencoded')
    return count(body, (code) => code === AMPERSAND) >= MOST_FIELDS ? TOO_MANY_FIELDS : null;
  return count(body, (code) => MARKS.has(code)) > MOST_MARKS ? TOO_MANY_MARKS : null;
}

/** A file may be as large as the body; all else together no larger than is usual. */
function refuseParts(body: Buffer, contentType: string): Refusal | null {
  // Nothing but the boundary, which is all that browsers send: what readers understand differently is read by none.
  const boundary = /^multipart\/form-data;\s*boundary=("?)([\w'()+,./:=?-]{1,70})\1$/i.exec(contentType)?.[2];
  if (boundary === undefined) return UNREADABLE;
  const mark = Buffer.from(`--${boundary}`);
  let [fields, files, textBytes, marks] = [0, 0, 0, 0];
  for (let at = body.indexOf(mark); at >= 0; ) {
    const start = at + mark.length;
    at = body.indexOf(mark, start);
    if (at < 0) break;
    const part = body.subarray(start, at);
    fields += 1;
    if (fields > MOST_FIELDS) return TOO_MANY_FIELDS;
    const headLength = part.subarray(0, PART_HEAD_BYTES).indexOf('\r\n\r\n');
    if (headLength < 0) return UNREADABLE;
    if (/;\s*filename\*?=/i.test(part.toString('latin1', 0, headLength))) {
      files += 1;
      if (files > MOST_FILES) return TOO_MANY_FILES;
      continue;
    }
    textBytes += part.length;
    if (textBytes > USUAL_LIMIT_BYTES) return TOO_MUCH_TEXT;
    marks += count(part, (code) => MARKS.has(code));
    if (marks > MOST_MARKS) return TOO_MANY_MARKS;
  }
  return null;
}
