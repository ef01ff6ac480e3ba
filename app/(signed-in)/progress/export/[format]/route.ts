import { countLargeWork, refuseExport } from '@/lib/auth/person-throttle';
import { getUser } from '@/lib/auth/session';
import { RECORD_EXPORTERS } from '@/lib/export/record';
import { getWords } from '@/lib/export/words';
import { getLocale } from '@/lib/http/request-context';
import { loadRecord } from '@/lib/plan/skills-record';
import { saveAuditEvent } from '@/lib/queries/audit';

/** The skills record as a file: `?role=`, `?from=` and `?to=` as on the page. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const user = await getUser();
  if (!user) return say(401, 'Sign in to export your skills record.');
  const { format } = await params;
  const exporter = RECORD_EXPORTERS.find(({ id }) => id === format);
  if (!exporter) return say(404, 'There is no such format.');
  const wait = await countLargeWork(user.id, 'export');
  if (wait > 0) return refuseExport(wait);
  const { record } = await loadRecord(user.id, Object.fromEntries(new URL(request.url).searchParams));
  const body = await exporter.render(record, { words: getWords(getLocale()), madeAt: new Date() });
  await saveAuditEvent({ personId: user.id, kind: 'data-exported', detail: { what: 'skills-record' } });
  const name = `skills-record-${record.role.id}-${record.to}.${exporter.extension}`;
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': exporter.mediaType,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

function say(status: number, sentence: string): Response {
  return new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
