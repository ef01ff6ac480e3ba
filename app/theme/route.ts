import { cookies } from 'next/headers';
import { themeFormSchema } from '@/lib/domain/settings';
import { readFormEntries } from '@/lib/http/form';
import { answerWithPageBefore } from '@/lib/http/page-before';

const ONE_YEAR_SECONDS = 31_536_000;

/** Remembers the appearance a person chose and returns to the page that they chose it on. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const chosen = themeFormSchema.safeParse(form && readFormEntries(form));
  if (!chosen.success) return new Response('Choose system, light or dark.', { status: 400 });
  const { theme } = chosen.data;
  const store = await cookies();
  if (theme === 'system') store.delete('theme');
  else
    store.set('theme', theme, {
      path: '/',
      maxAge: ONE_YEAR_SECONDS,
      sameSite: 'lax',
      secure: new URL(request.url).protocol === 'https:',
    });
  return answerWithPageBefore(request);
}
