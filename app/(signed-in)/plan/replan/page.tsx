import type { Metadata } from 'next';
import { OnePressForm } from '@/components/one-press-form';
import { requireUser } from '@/lib/auth/session';
import { loadPlanState } from '@/lib/plan/climb/plan-state';
import { loadReplanning } from '@/lib/plan/climb/replanning';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { formatCount } from '@/lib/wording/format';
import { keepMineAction } from '../actions';
import { BackToPlan } from '../back-to-plan';
import { PlanDifferenceView } from '../plan-difference-view';
import { RefusedPlan } from '../refused-plan';
import { TakeReplannedForm } from './take-replanned-form';

export const metadata: Metadata = { title: 'Replan' };

export default async function ReplanPage() {
  const user = await requireUser('/plan/replan');
  const { kept, ...state } = await loadPlanState(user.id);
  const answer = kept ? await orRefusal(loadReplanning({ ...state, kept })) : { kind: 'none' as const };
  return (
    <>
      <BackToPlan />
      <h1 className="mt-1 mb-3">A plan for what changed</h1>
      {answer instanceof PlannerRefusal ? (
        <RefusedPlan refusal={answer} />
      ) : kept && answer.kind === 'offer' ? (
        <>
          <p className="mb-6 max-w-[68ch] text-soft">{`${answer.keepLonger === null ? 'Your plan no longer reaches your goal; this one does. ' : ''}What you finished or began stays where it is, and so do the next four weeks, as far as they can still be followed. Of the plans found within 5% of the shortest, this one has the fewest new steps.`}</p>
          <PlanDifferenceView career={state.standing.career} kept={kept.followed} other={answer.document} />
          <div className="rate-bar mt-8 items-center">
            <TakeReplannedForm planId={kept.id} />
            <OnePressForm action={keepMineAction} entries={{ basedOn: kept.id }}>
              {answer.keepLonger === null
                ? 'Keep mine'
                : `Keep mine (+${formatCount(answer.keepLonger, 'week')})`}
            </OnePressForm>
          </div>
        </>
      ) : (
        <p>
          {answer.kind === 'stuck'
            ? 'Your plan no longer reaches your goal, and no other was found within your limits. Look at the plan settings for what stands in the way.'
            : 'There is nothing to replan: your plan still leads to your goal.'}
        </p>
      )}
    </>
  );
}
