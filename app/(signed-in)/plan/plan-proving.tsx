import { Notice } from '@/components/notice';
import { comparePlans } from '@/lib/domain/plan/difference';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { computeAnswer, isBetterAnswer, type OpenQuestion, peekAnswer } from '@/lib/plan/open-question';
import { describeTotals } from '@/lib/wording/plan-difference';
import { TakePlanForm } from './take-plan-form';

/** The kept plan with all that was proved of its question since; called the best only where no better one was found. */
export function findProved(question: OpenQuestion): PlanDocument {
  const { kept } = question;
  const proved = kept.status === 'optimal' ? null : peekAnswer(question);
  if (!proved || proved.status === 'infeasible') return kept;
  const found = [kept, proved].map(({ totals }) => Math.min(totals.weeks, totals.bestWeeks ?? totals.weeks));
  return {
    ...kept,
    status: isBetterAnswer(question, proved) ? kept.status : proved.status,
    bound: chooseStronger(kept.bound, proved.bound),
    totals: { ...kept.totals, bestWeeks: Math.min(...found) },
  };
}

/** Of two lower bounds the one that says more: the later parts of a bound rest on the earlier ones. */
function chooseStronger(one: PlanDocument['bound'], other: PlanDocument['bound']): PlanDocument['bound'] {
  const place = one?.findIndex((value, index) => value !== other?.[index]) ?? -1;
  return place >= 0 && (one?.[place] ?? 0) > (other?.[place] ?? 0) ? one : other;
}

/** Goes on proving a plan that was answered quickly, says so, and offers what turns out better. */
export function PlanProving({ planId, question }: { planId: string; question: OpenQuestion }) {
  const { kept, isOpen } = question;
  if (kept.status === 'optimal' || !isOpen) return null;
  const proved = peekAnswer(question);
  if (!proved) {
    // Nobody waits for this; a failure only leaves the plan as it is.
    computeAnswer(question).catch(() => undefined);
    return (
      <Notice tone="attention">
        This plan keeps every rule and is ready to follow. Rung is still proving whether there is a better
        one. <a href="/plan#plan">Look again</a>
      </Notice>
    );
  }
  if (!isBetterAnswer(question, proved)) return null;
  return (
    <Notice tone="attention">
      <p>{`Rung went on looking and found a better plan: ${describeTotals(comparePlans({ kept, other: proved }), proved)}.`}</p>
      <TakePlanForm planId={planId} />
    </Notice>
  );
}
