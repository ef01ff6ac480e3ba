import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';

const IDS_PER_MS = 32 ** 2;

let lastTime = 0;
let sameTime = 0;

/**
 * An id of 20 letters and digits: the time, a counter, 45 random bits. Ids of one process sort in the order in which they
 * were made. It is no secret: nothing may rest on its being hard to guess.
 */
export function createId(): string {
  const now = Math.max(Date.now(), lastTime);
  sameTime = now === lastTime ? sameTime + 1 : 0;
  // A millisecond that is used up borrows from the next.
  lastTime = sameTime < IDS_PER_MS ? now : now + 1;
  sameTime %= IDS_PER_MS;
  const random = Array.from(randomBytes(9), (byte) => DIGITS[byte % 32]).join('');
  return encode(lastTime, 9) + encode(sameTime, 2) + random;
}

function encode(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = DIGITS[rest % 32] + text;
  return text;
}
