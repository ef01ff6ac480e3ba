import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

let lastTime = 0;
let sameTime = 0;

/**
 * An id of 26 letters and digits: the time, a counter, 65 random bits. Ids of one process sort in the order in which
 * they were made.
 */
export function createId(): string {
  const time = Math.max(Date.now(), lastTime);
  sameTime = time === lastTime ? sameTime + 1 : 0;
  lastTime = time;
  const random = Array.from(randomBytes(13), (byte) => DIGITS[byte % 32]).join('');
  return encode(time, 10) + encode(sameTime, 3) + random;
}

function encode(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = DIGITS[rest % 32] + text;
  return text;
}
