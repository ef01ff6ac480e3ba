import { computeStanding } from '@/lib/domain/climb/standing';
import { countProof } from '@/lib/domain/proof/counts';
import type { ExportInput } from '@/lib/export/exporter';
import { findApplyFrom, findStageLevels, type KeptState } from '@/lib/plan/climb/follow-now';
import { isContinued } from '@/lib/plan/climb/plan-state';
import type { Proof } from '@/lib/queries/proof';
import { describeKnown } from '@/lib/wording/plan-proof';

/** What an export shows of a kept plan and of whoever follows it. */
export function buildExportInput(
  state: KeptState,
  { proof, ...asked }: Pick<ExportInput, 'exportedAt' | 'locale' | 'include'> & { proof: Proof },
): ExportInput {
  const { standing, kept, progress } = state;
  const { career, account, rated, goal, held } = standing;
  const role = career.roleById.get(kept.role);
  return {
    ...asked,
    career,
    plan: kept.followed,
    document: kept.document,
    applyFrom: findApplyFrom(state),
    levels: findStageLevels(state),
    plannedAt: kept.madeAt,
    person: { name: account.name, email: account.email, timeZone: account.timeZone },
    excludedKinds: goal?.preferences?.excludedKinds ?? [],
    held,
    posts: standing.postSpans,
    known: describeKnown(kept.followed, {
      optimiseFor: kept.document.profile.preferences.optimiseFor,
      isContinued: isContinued(kept),
    }),
    readiness: role ? computeStanding(career, { role, ratings: rated }).readiness : 0,
    rated,
    levelKind: standing.levelKind,
    agreed: new Set(standing.agreed.keys()),
    proof: countProof(career, { ratings: rated, ...proof }),
    progress: new Map(progress.map((event) => [event.step, event])),
  };
}
