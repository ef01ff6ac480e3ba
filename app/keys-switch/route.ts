import { cookies } from 'next/headers';
import { keysFormSchema } from '@/lib/domain/settings';
import { readFormEntries } from '@/lib/http/form';
import { answerWithPageBefore } from '@/lib/http/page-before';

const ONE_YEAR_SECONDS = 31_536_000;

/** Remembers whether single keys do something in this browser, and returns to the page that it was said on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const chosen = keysFormSchema.safeParse(form && readFormEntries(form));
  if (!chosen.success) return new Response('Choose on or off.', { status: 400 });
  const store = await cookies();
  if (chosen.data.keys === 'on') store.delete('keys');
  else
    store.set('keys', 'off', {
      path: '/',
      maxAge: ONE_YEAR_SECONDS,
      sameSite: 'lax',
      secure: new URL(request.url).protocol === 'https:',
    });
  return answerWithPageBefore(request);
}
