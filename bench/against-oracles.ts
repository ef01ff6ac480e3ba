import type { Career } from '@/lib/domain/catalogue';
import { computeDaysBetween } from '@/lib/domain/day';
import { NEVER } from '@/lib/domain/planner/closure';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Effort } from '@/lib/domain/planner/effort';
import { computeLeastSum } from '@/lib/domain/planner/measure';
import { buildModel } from '@/lib/domain/planner/model';
import { OBJECTIVES, type Profile } from '@/lib/domain/planner/profile';
import { solvePlan } from '@/lib/domain/planner/solve';
import { makeWorkbench } from '@/lib/domain/planner/workbench';
import { BruteForce } from '@/tests/support/brute-force';
import type { HighsOracle } from '@/tests/support/highs-oracle';
import { checkPlan } from '@/tests/support/plan-checker';
import { orderVector } from '@/tests/support/planning-rules';
import { generateSmallInstance } from './small-instances';

/** What a comparison found; `differences` is empty when the planner and the oracle agree everywhere. */
export type Comparison = { compared: number; plans: number; proved: number; differences: string[] };

/** Also where the vector agrees and another set or other starts come first among those that tie. */
export type BruteForceComparison = Comparison & { ties: string[] };

const NODES = 1_000_000;

/** Solves small random instances under every objective and compares each answer with exhaustive search. */
export function compareWithBruteForce({
  count,
  seed,
}: {
  count: number;
  seed: number;
}): BruteForceComparison {
  const found: BruteForceComparison = { compared: 0, plans: 0, proved: 0, differences: [], ties: [] };
  for (let index = 0; index < count; index += 1) {
    const { career, profile: base } = generateSmallInstance({ seed: seed + index, steps: 6 + (index % 5) });
    const search = new BruteForce(career, base);
    for (const optimiseFor of OBJECTIVES) {
      const profile: Profile = { ...base, preferences: { ...base.preferences, optimiseFor } };
      const plan = solvePlan(career, profile);
      const exact = search.solve(optimiseFor);
      const where = `seed ${seed + index}, at most ${6 + (index % 5)} steps, ${optimiseFor}`;
      const expected = exact && { vector: exact.vector, bestWeeks: exact.bestWeeks };
      const answer = describePlan(plan);
      if (JSON.stringify(answer) !== JSON.stringify(expected))
        found.differences.push(`${where}: ${JSON.stringify(answer)}, not ${JSON.stringify(expected)}`);
      for (const problem of checkPlan(career, profile, plan)) found.differences.push(`${where}: ${problem}`);
      if (exact && plan.status !== 'infeasible') {
        const ids = plan.steps.map((step) => step.id).sort();
        const starts = ids.map((id) => plan.steps.find((step) => step.id === id)?.startWeek);
        const firstStarts = search.firstStarts(exact.ids, plan.totals.weeks);
        if (ids.join() !== exact.ids.join()) found.ties.push(`${where}: ${ids}, not ${exact.ids}`);
        else if (starts.join() !== firstStarts.join())
          found.ties.push(`${where}: ${ids} start in ${starts}, not ${firstStarts}`);
      }
      found.compared += 1;
      if (exact) found.plans += 1;
      if (plan.status === 'optimal') found.proved += 1;
    }
  }
  return found;
}

function describePlan({ status, totals, profile }: PlanDocument) {
  if (status === 'infeasible') return null;
  const pence = Math.round(totals.cost.amount * 100);
  return {
    vector: orderVector(profile.preferences.optimiseFor, { weeks: totals.weeks, pence, steps: totals.steps }),
    bestWeeks: totals.bestWeeks,
  };
}

/** Compares least cost and fewest steps, with hours and weeks left out, with the mixed-integer model. */
export function compareLeastWithHighs(input: {
  oracle: HighsOracle;
  career: Career;
  profiles: readonly Profile[];
}): Comparison {
  const found: Comparison = { compared: 0, plans: 0, proved: 0, differences: [] };
  for (const [index, profile] of input.profiles.entries()) {
    const model = buildModel(input.career, profile);
    const bench = makeWorkbench(model);
    for (const [measure, goal] of [
      ['pence', 'cost'],
      ['steps', 'steps'],
    ] as const) {
      const pence = model.budgetPence ?? NEVER;
      const least = computeLeastSum({ bench, measure, pence, clauses: [], nodes: NODES });
      const answer = input.oracle.solve(input.career, profile, { goal });
      const expected = answer.status === 'optimal' ? answer.value : answer.status;
      if ((least ? least.least : 'infeasible') !== expected)
        found.differences.push(
          `profile ${index}, ${goal}: ${least?.least}${least?.isProved ? '' : ' (not proved)'}, not ${expected}`,
        );
      found.compared += 1;
      if (least) found.plans += 1;
      if (least?.isProved) found.proved += 1;
    }
  }
  return found;
}

/** Solves profiles and checks each plan; each `infeasible` is confirmed by the mixed-integer model. */
export function checkAnswers(input: {
  oracle: HighsOracle;
  career: Career;
  profiles: readonly Profile[];
  effort?: Effort;
}): Comparison {
  const { oracle, career, effort } = input;
  const found: Comparison = { compared: 0, plans: 0, proved: 0, differences: [] };
  for (const [index, profile] of input.profiles.entries()) {
    const plan = solvePlan(career, profile, { effort });
    found.compared += 1;
    for (const problem of checkPlan(career, profile, plan))
      found.differences.push(`profile ${index}: ${problem}`);
    if (plan.status === 'optimal') found.proved += 1;
    if (plan.status !== 'infeasible') found.plans += 1;
    else if (!isInfeasible(oracle, career, profile))
      found.differences.push(`profile ${index}: infeasible is not confirmed`);
  }
  return found;
}

/** Whether the mixed-integer model proves that no plan exists, within the deadline where there is one. */
function isInfeasible(oracle: HighsOracle, career: Career, profile: Profile): boolean {
  if (oracle.solve(career, profile, { goal: 'cost' }).status === 'infeasible') return true;
  const { deadline, start } = profile.preferences;
  if (!deadline) return false;
  const longest = Math.max(0, Math.floor((computeDaysBetween({ from: start, to: deadline }) + 1) / 7));
  return oracle.solve(career, profile, { goal: 'cost', longest }).status === 'infeasible';
}
