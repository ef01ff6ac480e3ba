import { Notice } from '@/components/notice';
import type { PlanDocument } from '@/lib/domain/climb/document';
import { comparePlans } from '@/lib/domain/plan/difference';
import { computeAnswer, isBetterAnswer, type OpenQuestion, peekAnswer } from '@/lib/plan/climb/open-question';
import { describeTotals } from '@/lib/wording/plan-difference';
import { LookAgain } from './look-again';
import { TakePlanForm } from './take-plan-form';

/** The kept plan with all that was proved of its question since; called the best only where no better one was found. */
export function findProved(question: OpenQuestion): PlanDocument {
  const { kept } = question;
  const proved = kept.status === 'optimal' ? null : peekAnswer(question);
  if (!proved || proved.status === 'infeasible' || isBetterAnswer(question, proved)) return kept;
  const statusOf = (stage: PlanDocument['stages'][number], index: number) =>
    proved.stages[index]?.until === stage.until ? proved.stages[index].status : stage.status;
  return {
    ...kept,
    status: proved.status,
    stages: kept.stages.map((stage, index) => ({ ...stage, status: statusOf(stage, index) })),
  };
}

/** Goes on proving a plan that was answered quickly, and offers what turns out better. */
export function PlanProving({ planId, question }: { planId: string; question: OpenQuestion }) {
  const { kept } = question;
  const proved = isUnproved(question) ? peekAnswer(question) : null;
  if (!proved || !isBetterAnswer(question, proved)) return null;
  return (
    <Notice tone="attention">
      <p>{`Rung went on looking and found a better plan: ${describeTotals(comparePlans({ kept, other: proved }), proved)}.`}</p>
      <TakePlanForm planId={planId} />
    </Notice>
  );
}

/**
 * Says below a plan that it is still being proved: it asks for nothing, and goes by itself, so nothing of the plan may stand below
 * it.
 */
export function StillProving({ question }: { question: OpenQuestion }) {
  if (!isUnproved(question) || peekAnswer(question)) return null;
  // Nobody waits for this; a failure only leaves the plan as it is.
  computeAnswer(question).catch(() => undefined);
  return (
    <div className="hint no-print mt-3 flex max-w-none flex-wrap items-center gap-x-4">
      <span>
        This plan keeps every rule and is ready to follow. Rung is still proving whether there is a better
        one.
      </span>
      <LookAgain />
    </div>
  );
}

const isUnproved = ({ kept, isOpen }: OpenQuestion): boolean => kept.status !== 'optimal' && isOpen;
