import type { PlanDocument } from '@/lib/domain/planner/document';
import { listPlanValue } from '@/lib/domain/planner/plan-value';
import type { Objective } from '@/lib/domain/planner/profile';
import { formatCount, formatMoney } from '@/lib/wording/format';

/** What is known where a search came to no plan: that there is none, or only that none was found. */
export function describeNoPlan({ proved }: { proved?: boolean | undefined }): string {
  return proved === true
    ? 'there is no plan'
    : 'no plan was found, though it is not proved that there is none';
}

const LIMITS: Readonly<Record<Exclude<Objective, 'fastest'>, string>> = {
  balanced: 'a tenth',
  cheapest: 'half',
  fewest: 'half',
};

/**
 * What is proved of a plan, in sentences: each follows from `bound`, a lower bound in the objective's order
 * whose later parts hold only where the earlier ones are reached. A plan that goes on from an earlier one is
 * compared with those that go on from there too.
 */
export function describeProof(
  plan: PlanDocument,
  { isContinued = false }: { isContinued?: boolean } = {},
): string[] {
  if (plan.steps.length === 0) return ['You meet every target already, so there is nothing to do: proved.'];
  const { optimiseFor } = plan.profile.preferences;
  const value = listPlanValue(plan);
  const bound = plan.bound ?? [0, 0, 0];
  const [isFirstProved, isSecondProved] = [
    bound[0] === value[0],
    bound[0] === value[0] && bound[1] === value[1],
  ];
  if (optimiseFor === 'fastest') {
    if (!isFirstProved)
      return [
        `No plan for you can be more than ${formatCount(value[0] - (bound[0] ?? 0), 'week')} shorter: proved.`,
      ];
    return isSecondProved
      ? ['No plan for you is shorter, and none as short costs less: proved.']
      : [
          `No plan for you is shorter: proved. One as short could cost up to ${formatLess(plan, value[1] - (bound[1] ?? 0))} less.`,
        ];
  }
  const scope = isContinued
    ? `Compared are all plans for the rest that take at most ${LIMITS[optimiseFor]} longer than the fastest one found for it.`
    : `Compared are all plans that take at most ${LIMITS[optimiseFor]} longer than the fastest one found, ${formatCount(plan.totals.bestWeeks ?? 0, 'week')}.`;
  const isFewest = optimiseFor === 'fewest';
  const first = isFirstProved
    ? `None of them ${isFewest ? 'has fewer steps' : 'costs less'}: proved.`
    : `None of them can ${isFewest ? `have fewer than ${formatCount(bound[0] ?? 0, 'step')}` : `cost more than ${formatLess(plan, value[0] - (bound[0] ?? 0))} less`}: proved.`;
  const equal = isFewest ? 'with as few steps' : 'as cheap';
  const second = !isFirstProved
    ? []
    : isSecondProved
      ? [`None ${equal} is shorter: proved.`]
      : [`One ${equal} could be up to ${formatCount(value[1] - (bound[1] ?? 0), 'week')} shorter.`];
  const rest =
    plan.status === 'optimal' || !isSecondProved
      ? []
      : ['A faster plan may exist: Rung has not finished proving otherwise.'];
  return [scope, first, ...second, ...rest];
}

function formatLess(plan: PlanDocument, amount: number): string {
  return formatMoney({ amount: Math.round(amount * 100) / 100, currency: plan.totals.cost.currency });
}
