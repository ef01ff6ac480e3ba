import { Notice } from '@/components/notice';
import type { Career } from '@/lib/domain/catalogue';
import { comparePlans } from '@/lib/domain/plan-difference';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { describeTotals } from '@/lib/plan-difference';
import { isBetterPlan } from '@/lib/plan-proof';
import { getPlan as computePlan, peekPlan } from '@/lib/planner';
import type { Plan } from '@/lib/queries/plans';
import { TakePlanForm } from './take-plan-form';

/** The kept plan with the stronger proof that was found since, where its steps are the same. */
export function findProved(career: Career, kept: PlanDocument): PlanDocument {
  if (kept.status === 'optimal' || kept.catalogue !== career.version) return kept;
  const proved = peekPlan(career, kept.profile);
  return proved && !isBetterPlan(proved, kept)
    ? {
        ...kept,
        status: proved.status,
        bound: proved.bound,
        totals: { ...kept.totals, bestWeeks: proved.totals.bestWeeks },
      }
    : kept;
}

/** Goes on proving a plan that was answered quickly, says so, and offers what turns out better. */
export function PlanProving({ career, kept }: { career: Career; kept: Plan }) {
  const { document } = kept;
  if (document.status === 'optimal' || document.catalogue !== career.version) return null;
  const proved = peekPlan(career, document.profile);
  if (!proved) {
    // Nobody waits for this; a failure only leaves the plan as it is.
    computePlan(career, document.profile, { effort: 'full' }).catch(() => undefined);
    return (
      <Notice tone="attention">
        This plan keeps every rule and is ready to follow. Rung is still proving whether there is a better
        one. <a href="/plan#plan">Look again</a>
      </Notice>
    );
  }
  if (!isBetterPlan(proved, document)) return null;
  return (
    <Notice tone="attention">
      <p>
        Rung went on looking and found a better plan:{' '}
        {describeTotals(comparePlans({ kept: document, other: proved }), proved)}.
      </p>
      <TakePlanForm planId={kept.id} />
    </Notice>
  );
}
