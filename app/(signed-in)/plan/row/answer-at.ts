import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { ActionResult } from '@/lib/http/action';

/**
 * Leads to what an act came to, in the row of its step wherever that stands by now. Before script the browser follows to
 * it; with it the page is drawn anew in place, without a jump.
 */
export async function answerAt({
  word,
  id,
  step,
  on,
}: {
  /** What the page is to show, and of which event or step; see readLook. */
  word: string;
  id: string;
  step: string;
  on: '/plan' | '/home';
}): Promise<ActionResult<string>> {
  const path = `${on}?${new URLSearchParams({ [word]: id })}`;
  if (!(await headers()).has('next-action')) redirect(`${path}#${step}`);
  return { ok: true, data: path };
}
