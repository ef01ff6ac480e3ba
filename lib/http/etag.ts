import { createHash } from 'node:crypto';

/** Names a content, whatever encoding it is sent in. */
export function buildEtag(content: string | Buffer): string {
  return `W/"${createHash('sha256').update(content).digest('base64url')}"`;
}

/** Whether who asks holds that content already, as its If-None-Match says. */
export function isEtagKnown(ifNoneMatch: string | null | undefined, tag: string): boolean {
  const plain = (one: string) => one.trim().replace(/^W\//, '');
  const known = (ifNoneMatch ?? '').split(',').map(plain);
  return known.includes('*') || known.includes(plain(tag));
}
