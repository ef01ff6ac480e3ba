import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { computeGap } from '@/lib/domain/gap';
import type { ExportInput } from '@/lib/export/exporter';
import { loadStanding } from '@/lib/plan/standing';
import { getPlan } from '@/lib/queries/plans';
import { listStepProgress } from '@/lib/queries/step-progress';

/** Everything that an export of the kept plan shows; null before there is a plan. */
export async function loadExport(
  userId: UserId,
  { withEvidence }: { withEvidence: boolean },
): Promise<ExportInput | null> {
  const { career, account, levels } = await loadStanding(userId);
  const kept = await getPlan(userId, career.id);
  const role = kept && career.roleById.get(kept.role);
  if (!kept || !role) return null;
  const progress = await listStepProgress(userId, career.id);
  return {
    career,
    plan: kept.document,
    plannedAt: kept.madeAt,
    person: { name: account.name, email: account.email, timeZone: account.timeZone },
    exportedAt: new Date(),
    readiness: computeGap(career, { role, levels }).readiness,
    levels,
    progress: new Map(progress.map((event) => [event.step, event])),
    include: { evidence: withEvidence },
  };
}
