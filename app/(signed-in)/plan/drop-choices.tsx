import { toFollowed } from '@/lib/domain/climb/follow/followed';
import { priceLetStand, priceWithout } from '@/lib/plan/climb/choices';
import type { KeptState } from '@/lib/plan/climb/follow-now';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { formatList } from '@/lib/wording/format';
import { describeTotals } from '@/lib/wording/plan-difference';
import { LetStandForm } from './let-stand-form';

/** After a step was dropped: a plan that does without it, with its price, or the gap left open, with what that comes to. */
export async function DropChoices({ state, step }: { state: KeptState; step: string }) {
  const priced = await orRefusal(Promise.all([priceWithout(state, step), priceLetStand(state, step)]));
  if (priced instanceof PlannerRefusal) return <span>{priced.message}</span>;
  const [without, letStand] = priced;
  const { answer, difference } = without;
  const left = letStand?.letStand ?? null;
  const canLetStand =
    left !== null && left.asked.length === 0 && letStand?.answer.document.status !== 'infeasible';
  return (
    <>
      {answer.document.status === 'infeasible' ? (
        <span>Nothing else reaches the goal within your limits.</span>
      ) : (
        <span>
          <span>{`Replaced: ${describeTotals(
            {
              weeks: difference.weeks,
              amount: difference.amount,
              steps: difference.steps,
              added: [],
              dropped: [],
              moved: [],
            },
            toFollowed(answer.document),
          )}.`}</span>{' '}
          <a href="/plan/replan">See it</a>
        </span>
      )}
      {canLetStand && left ? (
        <LetStandForm
          step={step}
          planId={state.kept.id}
          label={describeLeft(state, left)}
          readiness={left.readiness}
        />
      ) : null}
    </>
  );
}

function describeLeft(
  { standing }: KeptState,
  { skills }: { skills: readonly { skill: string; level: number }[] },
): string {
  const names = skills.map(
    ({ skill, level }) => `${standing.career.skillById.get(skill)?.name ?? skill} at ${level}`,
  );
  return names.length > 0 ? `Leave ${formatList(names)}` : 'Leave it open';
}
