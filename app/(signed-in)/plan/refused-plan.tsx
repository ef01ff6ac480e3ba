import { Notice } from '@/components/notice';
import { noteBusy } from '@/lib/http/request-context';
import type { PlannerRefusal } from '@/lib/planner/refusal';

/** In the place of a plan that the planner had no place or time for: what happened, and that yours is as it was. */
export function RefusedPlan({ refusal }: { refusal: PlannerRefusal }) {
  if (refusal.reason === 'busy') noteBusy();
  return (
    <Notice tone="attention">
      <p>{refusal.message}</p>
      <a href="/plan" className="inline-flex min-h-11 items-center">
        Back to the plan
      </a>
    </Notice>
  );
}
