import { toFollowed } from '@/lib/domain/climb/follow/followed';
import type { Replanning } from '@/lib/domain/climb/follow/replan';
import { comparePlans } from '@/lib/domain/plan/difference';
import { priceLetStand } from '@/lib/plan/climb/choices';
import type { KeptState } from '@/lib/plan/climb/follow-now';
import { loadReplanning, waitAsLongAsAPage } from '@/lib/plan/climb/replanning';
import { orRefusal, PlannerRefusal } from '@/lib/planner/refusal';
import { formatList } from '@/lib/wording/format';
import { describeReplacement } from '@/lib/wording/plan-replacement';
import { LetStandForm } from './let-stand-form';
import { ReplaceForm } from './replace-form';

/**
 * What can be done about a dropped step beside undoing it: the plan that replanning offers in its place, with its price, or the
 * gap left open, with what that comes to. Unless they are asked for, the page waits for them no longer than for itself, and leads to
 * them instead.
 */
export async function DropChoices({
  state,
  step,
  isAsked,
}: {
  state: KeptState;
  step: string;
  isAsked: boolean;
}) {
  const choices = orRefusal(Promise.all([loadReplanning(state), priceLetStand(state, step)]));
  const priced = isAsked ? await choices : await waitAsLongAsAPage(choices);
  if (priced === null)
    return (
      <a href={`/plan?dropped=${encodeURIComponent(step)}#${step}`} className="small-button">
        Replace it or leave a gap
      </a>
    );
  if (priced instanceof PlannerRefusal) return <span>{priced.message}</span>;
  const [replanning, letStand] = priced;
  if (state.kept.followed.version === 1)
    return <span>Make my plan makes a plan without it, by the rules of today.</span>;
  const left = letStand?.letStand ?? null;
  const canLetStand =
    left !== null &&
    left.canDos.length > 0 &&
    left.asked.length === 0 &&
    letStand?.answer.document.status !== 'infeasible';
  return (
    <>
      <Replacement state={state} step={step} replanning={replanning} />
      {canLetStand && left && replanning.kind !== 'none' ? (
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

function Replacement({
  state,
  step,
  replanning,
}: {
  state: KeptState;
  step: string;
  replanning: Replanning;
}) {
  if (replanning.kind === 'none') return <span>Your plan reaches the goal without it.</span>;
  if (replanning.kind === 'stuck') return <span>Nothing else reaches the goal within your limits.</span>;
  const { kept } = state;
  const other = toFollowed(replanning.document);
  return (
    <>
      <ReplaceForm
        step={step}
        planId={kept.id}
        price={describeReplacement(
          state.standing.career,
          comparePlans({ kept: kept.followed, other }),
          other,
        )}
      />
      <a href="/plan/replan">See what would change</a>
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
