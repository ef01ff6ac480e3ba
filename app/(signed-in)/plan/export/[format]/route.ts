import { getUser } from '@/lib/auth/session';
import { computeGap } from '@/lib/domain/gap';
import { findExporter } from '@/lib/export';
import { buildFileName, type ExportInput } from '@/lib/export/exporter';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';
import { loadStanding } from '../../../load-standing';

/** The kept plan as a file. `?evidence=1` puts evidence and notes in. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ format: string }> },
): Promise<Response> {
  const user = await getUser();
  if (!user) return say(401, 'Sign in to take your plan away.');
  const { format } = await params;
  const exporter = findExporter(format);
  if (!exporter) return say(404, 'There is no such format.');
  const { career, account, levels } = await loadStanding(user.id);
  const kept = await getPlan(user.id, career.id);
  const role = kept && career.roleById.get(kept.role);
  if (!kept || !role) return say(404, 'There is no plan to take away yet. Make one at /plan first.');
  const progress = await listStepProgress(user.id, career.id);
  const input: ExportInput = {
    career,
    plan: kept.document,
    person: { name: account.name, email: account.email, timeZone: account.timeZone },
    exportedAt: new Date(),
    readiness: computeGap(career, { role, levels }).readiness,
    levels,
    progress: new Map(progress.map((event) => [event.step, event])),
    include: { evidence: new URL(request.url).searchParams.get('evidence') === '1' },
  };
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
