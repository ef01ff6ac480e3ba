import 'server-only';
import { revalidatePath as revalidateAnyPath } from 'next/cache';

/** Pages made for each request. A prerendered one made anew would have other inline scripts than its policy allows. */
type OwnPage =
  `/${'home' | 'rate' | 'gap' | 'progress' | 'plan' | 'settings' | 'second-look' | 'evidence' | 'week'}`;

/** Has a page drawn anew with what an action changed. Only here may next/cache be imported, as the import rules say. */
export function revalidatePath(page: OwnPage | `${OwnPage}/${string}`): void {
  revalidateAnyPath(page);
}
