import 'server-only';
import type { UserId } from '@/lib/auth/user-id';
import { DEFAULT_CAREER } from '@/lib/catalogue';
import type { ExportInput } from '@/lib/export/exporter';
import { getLocale } from '@/lib/http/request-context';
import { buildExportInput } from '@/lib/plan/climb/export-input';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { getProof } from '@/lib/queries/proof';

/** Everything that an export of the kept plan shows; null before there is a plan. */
export async function loadExport(
  userId: UserId,
  { withEvidence }: { withEvidence: boolean },
): Promise<ExportInput | null> {
  const [{ kept, ...state }, proof] = await Promise.all([
    loadPlanState(userId),
    getProof(userId, DEFAULT_CAREER),
  ]);
  if (!kept) return null;
  return buildExportInput(
    { ...state, kept },
    { exportedAt: new Date(), locale: getLocale(), include: { evidence: withEvidence }, proof },
  );
}
