import Link from 'next/link';
import type { Career } from '@/lib/domain/catalogue';
import { comparePlans } from '@/lib/domain/plan-difference';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Profile } from '@/lib/domain/planner/profile';
import { describeTotals } from '@/lib/plan-difference';
import { getPlan as computePlan } from '@/lib/planner';
import { buildWhatIfPath } from './what-if/link';

/** What leaving a step out would cost, by solving without it, and the way to see that plan. */
export async function StepExplanation({
  career,
  step,
  kept,
  profile,
  goalId,
}: {
  career: Career;
  step: string;
  kept: PlanDocument;
  profile: Profile;
  goalId: string | null;
}) {
  if (!kept.steps.some((planned) => planned.id === step)) return null;
  const { pinned, excluded } = profile.preferences;
  const preferences = {
    ...profile.preferences,
    pinned: pinned.filter((id) => id !== step),
    excluded: [...excluded.filter((id) => id !== step), step],
  };
  const without = await computePlan(career, { ...profile, preferences }, { effort: 'quick' });
  return (
    <div className="notice" data-tone="attention">
      {without.status === 'infeasible' ? (
        <p>Without it there is no plan within your limits.</p>
      ) : (
        <>
          <p>
            Without it, the best plan found is{' '}
            {describeTotals(comparePlans({ kept, other: without }), without)} (estimates).
          </p>
          <Link
            href={buildWhatIfPath({ preferences, holdings: profile.holdings, basedOn: goalId })}
            prefetch={false}
            className="inline-flex min-h-11 items-center"
          >
            See the plan without it
          </Link>
        </>
      )}
    </div>
  );
}
