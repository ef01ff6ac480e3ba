import { countLargeWork, refuseExport } from '@/lib/auth/person-throttle';
import { getUser } from '@/lib/auth/session';
import { findExporter } from '@/lib/export';
import { buildFileName } from '@/lib/export/exporter';
import { loadExport } from '../load-export';

/** The kept plan as a file. `?evidence=1` puts evidence and notes in. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const user = await getUser();
  if (!user) return say(401, 'Sign in to export your plan.');
  const { format } = await params;
  const exporter = findExporter(format);
  if (!exporter) return say(404, 'There is no such format.');
  const wait = await countLargeWork(user.id, 'export');
  if (wait > 0) return refuseExport(wait);
  const withEvidence = new URL(request.url).searchParams.get('evidence') === '1';
  const input = await loadExport(user.id, { withEvidence });
  if (!input) return say(404, 'There is no plan to export yet. Make one at /plan first.');
  const body = await exporter.render(input);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': exporter.mediaType,
      'content-disposition': `attachment; filename="${buildFileName(exporter, input)}"`,
    },
  });
}

function say(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
