import 'server-only';
import { keyedHash } from './keyed-hash';

/**
 * What a form carries to say whom it was drawn for: a person by their id, a page that acts on a link by its secret. Only
 * this installation can make it, and it tells nobody who that is.
 */
export function computeFormOwner(idOrSecret: string): string {
  return keyedHash('form', idOrSecret);
}
