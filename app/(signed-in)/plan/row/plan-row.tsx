import type { ReactNode } from 'react';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { describeRowHours, describeRowTime } from '@/lib/wording/plan-row';
import { STEP_KIND_LABELS } from '@/lib/wording/step-kinds';
import { RowActs } from './row-acts';

/** What is shown of one row beside its line: what was answered there, and what it opens to. */
export type RowParts = {
  answer: ReactNode;
  /** Whether the answer holds the way to take the act back, which then stands there alone. */
  isUndoable: boolean;
  opened: ReactNode;
  isOpen: boolean;
};

/** A step as one line with the acts that it allows, which opens to all that is known of it. */
export function PlanRowItem({
  row,
  parts,
  on = '/plan',
}: {
  row: PlanRow;
  parts: RowParts;
  on?: '/plan' | '/home';
}) {
  const { step, status, order } = row;
  const { answer } = parts;
  return (
    <li
      id={step.id}
      className="plan-row"
      data-kind={step.kind}
      data-status={status}
      aria-labelledby={`row-${step.id}`}
    >
      <details open={parts.isOpen || undefined}>
        <summary>
          <span className="row-order">{order}</span>
          <span className="row-title" id={`row-${step.id}`}>
            {step.title}
          </span>
          <span className="row-facts">
            <span>{STEP_KIND_LABELS[step.kind]}</span>
            <span>{describeRowHours(row)}</span>
            <span data-late={row.late ? true : undefined}>{describeRowTime(row)}</span>
            {step.pool === 'work' ? <span>at work</span> : null}
          </span>
        </summary>
        <div className="row-open">{parts.opened}</div>
      </details>
      {parts.isUndoable && (status === 'done' || status === 'dropped') ? null : <RowActs row={row} on={on} />}
      {answer}
    </li>
  );
}
