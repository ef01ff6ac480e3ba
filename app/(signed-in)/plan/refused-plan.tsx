import { Notice } from '@/components/notice';
import { getAddress, noteBusy } from '@/lib/http/request-context';
import type { PlannerRefusal } from '@/lib/planner/refusal';

/** In the place of a plan that the planner had no place or time for: what happened, and that yours is as it was. */
export function RefusedPlan({ refusal }: { refusal: PlannerRefusal }) {
  if (refusal.reason === 'busy') noteBusy();
  return (
    <Notice tone="attention">
      <p>{refusal.message}</p>
      <p className="flex flex-wrap gap-x-6">
        {refusal.reason === 'busy' ? (
          <a href={getAddress() ?? '/plan'} className="inline-flex min-h-11 items-center">
            Try again with the same settings
          </a>
        ) : null}
        <a href="/plan" className="inline-flex min-h-11 items-center">
          Back to the plan
        </a>
      </p>
    </Notice>
  );
}
